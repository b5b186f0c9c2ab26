package org.perceus.provisioning.spi.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.network.InterfaceAddress.Follows;

/**
 * A line of {@code /etc/perceus/modules/ipaddr} of Perceus 1.x: {@code [PATTERN] DEVICE[(OPTION=VALUE&…)][:IP/NETMASK[/GATEWAY]]
 * …}. Whose line it is, its pattern, is not read here, as a setting is somebody's. The device with the node's own address is the
 * boot card.
 */
final class IpaddrLine {
    private static final Pattern WORD = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(?:\\(([^()]*)\\))?(?::(.*))?");
    private static final Pattern ALIAS = Pattern.compile("(.+)_[0-9]+");
    private static final Pattern NUMBERED = Pattern.compile("((?:[0-9]{1,3}\\.){3})\\[nodenum\\]");
    private static final List<String> OWN = List.of("[default]", "[hostfile]");

    private final Map<String, Interface> all = new LinkedHashMap<>();
    private String bootDevice = "";

    private IpaddrLine() {}

    static boolean isOne(String text) {
        return words(text).stream()
                .limit(2)
                .anyMatch(word -> word.contains(":") && WORD.matcher(word).matches());
    }

    static List<Interface> read(String text) throws ProvisioningException {
        List<String> words = words(text);
        // "n00*", or the name of one node
        boolean hasPattern = !words.get(0).contains(":");
        IpaddrLine line = new IpaddrLine();
        for (String word : hasPattern ? words.subList(1, words.size()) : words) {
            Matcher found = WORD.matcher(word);
            if (!found.matches()) {
                throw new ProvisioningException("'" + word + "' is not DEVICE:IP/NETMASK as in Perceus 1.x");
            }
            line.add(found.group(1), options(found.group(2)), Optional.ofNullable(found.group(3)));
        }
        return List.copyOf(line.all.values());
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.strip().split("[ ;]+"));
    }

    private static Map<String, String> options(String text) throws ProvisioningException {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] parts = option.split("=", 2);
            if (parts.length < 2 || !List.of("MTU", "HWADDR").contains(parts[0])) {
                throw new ProvisioningException(
                        "'" + option + "' is an option of Perceus 1.x that is not known here: use MTU and HWADDR");
            }
            options.put(parts[0], parts[1]);
        }
        return options;
    }

    private void add(String device, Map<String, String> options, Optional<String> where) throws ProvisioningException {
        String[] parts = where.orElse("").split("/", -1);
        boolean isBoot = OWN.contains(parts[0]);
        Matcher alias = ALIAS.matcher(device);
        if (alias.matches() && !isBoot) {
            addAlias(alias.group(1).equals(bootDevice) ? Interface.BOOT : alias.group(1), parts);
            return;
        }
        bootDevice = isBoot ? device : bootDevice;
        OptionalInt mtu = options.containsKey("MTU")
                ? OptionalInt.of(Words.number("MTU", options.get("MTU"), 68, 65_535))
                : OptionalInt.empty();
        Interface made = isBoot
                ? new Interface(Interface.BOOT, new InterfaceKind.Boot(), mtu, new Addressing.None(), List.of())
                : new Interface(Words.name(device), card(options), mtu, addressing(device, parts), routes(parts));
        if (all.put(made.name(), made) != null) {
            throw new ProvisioningException("there are two entries for " + made.name() + ": leave one");
        }
    }

    private void addAlias(String device, String[] parts) throws ProvisioningException {
        Interface one = all.get(device);
        if (one == null) {
            throw new ProvisioningException("an alias of " + device + " stands in front of " + device);
        }
        List<InterfaceAddress> addresses = new ArrayList<>(one.addresses());
        addresses.add(address(device, parts));
        all.put(device, new Interface(device, one.kind(), one.mtu(), new Addressing.Static(addresses), one.routes()));
    }

    private static InterfaceKind card(Map<String, String> options) throws ProvisioningException {
        return new InterfaceKind.Card(
                options.containsKey("HWADDR") ? Optional.of(Words.mac(options.get("HWADDR"))) : Optional.empty());
    }

    private static Addressing addressing(String device, String[] parts) throws ProvisioningException {
        return switch (parts[0]) {
            case "" -> new Addressing.None();
            case "dhcp" -> new Addressing.Dhcp();
            default -> new Addressing.Static(List.of(address(device, parts)));
        };
    }

    private static InterfaceAddress address(String device, String[] parts) throws ProvisioningException {
        Optional<Integer> prefixLength = parts.length < 2 ? Optional.empty() : Ipv4.prefixLength(parts[1]);
        if (parts.length > 3 || prefixLength.filter(length -> length > 0).isEmpty()) {
            throw new ProvisioningException(device + " has no netmask such as 255.255.0.0 behind its address");
        }
        Matcher numbered = NUMBERED.matcher(parts[0]);
        if (numbered.matches()) {
            return Words.address(numbered.group(1) + "0", prefixLength.get(), Follows.NUMBER);
        }
        if (parts[0].startsWith("[")) {
            throw new ProvisioningException(
                    device + " has '" + parts[0]
                            + "', which would be looked up in a table of hosts: use its address, or one such as 10.20.0.0/16+host without it");
        }
        return Words.address(parts[0], prefixLength.get(), Follows.NOTHING);
    }

    private static List<Route> routes(String[] parts) throws ProvisioningException {
        return parts.length < 3 || parts[2].isEmpty()
                ? List.of()
                : List.of(new Route(Route.EVERYTHING, Optional.of(Words.unicast(parts[2]))));
    }
}
