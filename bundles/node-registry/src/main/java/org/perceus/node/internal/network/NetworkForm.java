package org.perceus.node.internal.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.Name;
import org.perceus.node.Network;

/** Reads a network from the properties of its configuration. */
public final class NetworkForm {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final long SHORTEST_LEASE = 60;
    private static final long LONGEST_LEASE = 31_536_000;
    private static final String USUAL_LEASE = "3600";
    private static final String BOOTING = "booting";
    private static final String ALL = "all";

    private final Map<String, ?> properties;

    public NetworkForm(Map<String, ?> properties) {
        this.properties = properties;
    }

    /** @throws IllegalArgumentException with a sentence for the administrator */
    public Network read() {
        String label = "A network";
        try {
            String name = Name.parse(required("name")).value();
            label = "Network " + name;
            Subnet subnet = Subnet.parse(required("subnet"));
            return new Network(
                    name,
                    subnet,
                    optional("pool").map(text -> pool(subnet, text)),
                    optional("router").map(text -> host(subnet, "router", text)),
                    nameServers(),
                    optional("domain").map(NetworkForm::domain),
                    Duration.ofSeconds(lease(optional("leaseSeconds").orElse(USUAL_LEASE))),
                    optional("options"),
                    lendsToAll(optional("lendTo").orElse(BOOTING)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(label + " is left out: " + e.getMessage(), e);
        }
    }

    private static AddressRange pool(Subnet subnet, String text) {
        String[] ends = text.split("\\s*-\\s*", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is not a pool: write it as in 10.10.0.100-10.10.0.199");
        }
        return new AddressRange(host(subnet, "pool", ends[0]), host(subnet, "pool", ends[1]));
    }

    private List<Ipv4Address> nameServers() {
        List<Ipv4Address> servers = new ArrayList<>();
        for (String server : optional("nameServers").orElse("").split("[,\\s]+")) {
            if (!server.isEmpty()) {
                servers.add(Ipv4Address.parse(server));
            }
        }
        return List.copyOf(servers);
    }

    private static Ipv4Address host(Subnet subnet, String key, String text) {
        Ipv4Address address = Ipv4Address.parse(text);
        if (!subnet.hasHost(address)) {
            throw new IllegalArgumentException(
                    "its " + key + " has " + address + ", which no host in " + subnet + " can have");
        }
        return address;
    }

    private static String domain(String text) {
        if (!DOMAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a DNS domain: write it as in cluster.example");
        }
        return text;
    }

    private static boolean lendsToAll(String text) {
        if (!text.equals(BOOTING) && !text.equals(ALL)) {
            throw new IllegalArgumentException("'" + text + "' is nobody to lend addresses to: use " + BOOTING
                    + " for machines that boot, or " + ALL);
        }
        return text.equals(ALL);
    }

    private static long lease(String text) {
        long seconds = text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
        if (seconds < SHORTEST_LEASE || seconds > LONGEST_LEASE) {
            throw new IllegalArgumentException("'" + text + "' is not a time for leaseSeconds: use " + SHORTEST_LEASE
                    + " to " + LONGEST_LEASE + " seconds");
        }
        return seconds;
    }

    private String required(String key) {
        return optional(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "its configuration lacks " + key + ": name and subnet are needed"));
    }

    private Optional<String> optional(String key) {
        return Optional.of(Objects.toString(properties.get(key), "").trim()).filter(text -> !text.isEmpty());
    }
}
