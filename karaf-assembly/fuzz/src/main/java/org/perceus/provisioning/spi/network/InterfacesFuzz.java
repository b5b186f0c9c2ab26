package org.perceus.provisioning.spi.network;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.provisioning.spi.ProvisioningException;

/** What an administrator writes of a node's interfaces, in our words or in those of Perceus 1.x. */
public final class InterfacesFuzz {
    private static final Optional<String> BOOT = Optional.of("10.10.0.101");

    private InterfacesFuzz() {}

    /** One text. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Interfaces interfaces = InterfaceReader.read(new Input(bytes).text());
            Set<String> before = new HashSet<>();
            for (Interface one : interfaces.all()) {
                Promise.kept(one.name().matches("[A-Za-z][A-Za-z0-9._-]{0,14}"), "names are those of interfaces");
                Promise.kept(before.containsAll(one.kind().below()), "what something is made of stands before it");
                Promise.kept(before.add(one.name()), "each name is there once");
                one.addresses().forEach(address -> address.of("n0001", BOOT));
            }
            Promise.kept(before.contains(Interface.BOOT), "the boot card is always there");
            interfaces.holder();
        } catch (ProvisioningException e) {
            Promise.sentence(e.getMessage());
        }
    }
}
