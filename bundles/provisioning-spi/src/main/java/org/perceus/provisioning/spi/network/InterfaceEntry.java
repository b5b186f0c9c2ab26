package org.perceus.provisioning.spi.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.perceus.provisioning.spi.ProvisioningException;

/** One entry, such as {@code eth1 mac=52:54:00:12:34:56 address=10.20.0.5/24}: a name, and words behind it. For one thread. */
final class InterfaceEntry {
    private static final Set<String> KINDS = Set.of("mac", "bond", "vlan", "bridge");
    private static final Set<String> OTHERS = Set.of("mode", "on", "mtu", "address", "dhcp");

    private final String name;
    private final Map<String, String> words = new HashMap<>();
    private final List<Route> routes = new ArrayList<>();

    private InterfaceEntry(String name) {
        this.name = name;
    }

    static Interface read(String text) throws ProvisioningException {
        String[] words = text.split(" +");
        InterfaceEntry entry = new InterfaceEntry(Words.name(words[0]));
        for (String word : List.of(words).subList(1, words.length)) {
            String[] parts = word.split("=", 2);
            entry.take(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return entry.build();
    }

    private void take(String key, String value) throws ProvisioningException {
        if (key.equals("route")) {
            routes.add(new Route(Words.destination(value), Optional.empty()));
        } else if (key.equals("via")) {
            leadBy(Words.unicast(value));
        } else if (!KINDS.contains(key) && !OTHERS.contains(key)) {
            throw wrong("has '" + key
                    + "': use mac=, bond=, mode=, vlan=, on=, bridge=, mtu=, address=, dhcp, route= and via=");
        } else if (words.put(key, value) != null) {
            throw wrong("has " + key + " twice: leave one");
        }
    }

    private void leadBy(String gateway) throws ProvisioningException {
        int last = routes.size() - 1;
        if (last < 0 || routes.get(last).gateway().isPresent()) {
            throw wrong("has via=" + gateway + " without a route=NETWORK in front of it");
        }
        routes.set(last, new Route(routes.get(last).destination(), Optional.of(gateway)));
    }

    private Interface build() throws ProvisioningException {
        OptionalInt mtu = words.containsKey("mtu")
                ? OptionalInt.of(Words.number("MTU", words.get("mtu"), 68, 65_535))
                : OptionalInt.empty();
        return new Interface(name, kind(), mtu, addressing(), routes);
    }

    private Addressing addressing() throws ProvisioningException {
        if (!words.containsKey("address")) {
            return words.containsKey("dhcp") ? new Addressing.Dhcp() : new Addressing.None();
        }
        if (words.containsKey("dhcp")) {
            throw wrong("has both address= and dhcp: leave one");
        }
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (String address : words.get("address").split(",", -1)) {
            addresses.add(Words.address(address));
        }
        return new Addressing.Static(addresses);
    }

    private InterfaceKind kind() throws ProvisioningException {
        if (words.keySet().stream().filter(KINDS::contains).count() > 1) {
            throw wrong("is several things: use one of mac=, bond=, vlan= and bridge=");
        }
        if (name.equals(Interface.BOOT) && words.keySet().stream().anyMatch(KINDS::contains)) {
            throw wrong("is the card that the node is booted by: use another name");
        }
        if (words.containsKey("mode") && !words.containsKey("bond")) {
            throw wrong("has mode= and is no bond");
        }
        if (words.containsKey("vlan") != words.containsKey("on")) {
            throw wrong("needs vlan=ID and on=INTERFACE together");
        }
        if (words.containsKey("mac")) {
            return new InterfaceKind.Card(Optional.of(Words.mac(words.get("mac"))));
        }
        if (words.containsKey("bond")) {
            BondMode mode = Words.mode(words.getOrDefault("mode", BondMode.ACTIVE_BACKUP.word()));
            return new InterfaceKind.Bond(mode, names(words.get("bond")));
        }
        if (words.containsKey("vlan")) {
            int id = Words.number("id of a VLAN", words.get("vlan"), 1, 4094);
            return new InterfaceKind.Vlan(id, Words.name(words.get("on")));
        }
        if (words.containsKey("bridge")) {
            return new InterfaceKind.Bridge(names(words.get("bridge")));
        }
        return name.equals(Interface.BOOT) ? new InterfaceKind.Boot() : new InterfaceKind.Card(Optional.empty());
    }

    private static List<String> names(String value) throws ProvisioningException {
        List<String> names = new ArrayList<>();
        for (String one : value.isEmpty() ? new String[0] : value.split(",", -1)) {
            names.add(Words.name(one));
        }
        return names;
    }

    private ProvisioningException wrong(String what) {
        return new ProvisioningException(name + " " + what);
    }
}
