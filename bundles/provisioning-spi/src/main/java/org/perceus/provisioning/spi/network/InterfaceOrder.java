package org.perceus.provisioning.spi.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perceus.provisioning.spi.ProvisioningException;

/** Puts interfaces behind those that they are made of. */
final class InterfaceOrder {
    private static final int MOST = 64;

    private InterfaceOrder() {}

    /** @param entries in any order, with or without the boot card */
    static Interfaces of(List<Interface> entries) throws ProvisioningException {
        Map<String, Interface> named = new LinkedHashMap<>();
        if (entries.stream().noneMatch(one -> one.name().equals(Interface.BOOT))) {
            named.put(Interface.BOOT, Interfaces.boot());
        }
        for (Interface one : entries) {
            if (named.put(one.name(), one) != null) {
                throw new ProvisioningException("there are two entries for " + one.name() + ": leave one");
            }
        }
        if (named.size() > MOST + 1) {
            throw new ProvisioningException("use at most " + MOST + " interfaces");
        }
        Map<String, Interface> ordered = new LinkedHashMap<>();
        for (Interface one : named.values()) {
            add(one, new ArrayList<>(), named, ordered);
        }
        Interfaces interfaces = new Interfaces(List.copyOf(ordered.values()));
        for (Interface one : interfaces.all()) {
            InterfaceRules.check(one, interfaces);
        }
        InterfaceRules.checkTogether(interfaces);
        return interfaces;
    }

    private static void add(
            Interface one, List<String> above, Map<String, Interface> named, Map<String, Interface> ordered)
            throws ProvisioningException {
        if (above.contains(one.name())) {
            throw new ProvisioningException(String.join(", ", above) + " stand on each other in a circle");
        }
        above.add(one.name());
        for (String name : one.kind().below()) {
            if (!named.containsKey(name)) {
                throw new ProvisioningException(one.name() + " is made of " + name
                        + ", which has no entry: add one, such as '" + name + " mac=52:54:00:12:34:56'");
            }
            if (!ordered.containsKey(name)) {
                add(named.get(name), above, named, ordered);
            }
        }
        above.remove(one.name());
        ordered.put(one.name(), one);
    }
}
