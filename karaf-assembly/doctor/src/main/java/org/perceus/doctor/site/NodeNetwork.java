package org.perceus.doctor.site;

import java.util.Optional;
import java.util.Properties;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;

/**
 * A network that nodes are on. Immutable.
 *
 * @param file the name of the file that says so
 * @param subnet all its addresses
 * @param prefix the subnet as it is written
 * @param pool what nodes and strangers are given; empty where another DHCP server gives the addresses
 * @param router the nodes' default gateway
 */
public record NodeNetwork(
        String file,
        String name,
        AddressRange subnet,
        String prefix,
        Optional<AddressRange> pool,
        Optional<Ipv4> router) {
    /** @throws IllegalArgumentException with a sentence about what is wrong in the file */
    static NodeNetwork read(String file, Properties values) {
        String prefix = required(values, "subnet");
        if (!prefix.matches("[0-9.]+/\\d{1,2}")) {
            throw new IllegalArgumentException("'" + prefix + "' is not a subnet such as 10.10.0.0/24");
        }
        int length = Integer.parseInt(prefix.substring(prefix.indexOf('/') + 1));
        if (length > 32) {
            throw new IllegalArgumentException("'" + prefix + "' is not a subnet such as 10.10.0.0/24");
        }
        AddressRange subnet = AddressRange.network(Ipv4.parse(prefix.substring(0, prefix.indexOf('/'))), length);
        Optional<AddressRange> pool = optional(values, "pool").map(AddressRange::parse);
        pool.filter(range -> !subnet.contains(range.first()) || !subnet.contains(range.last()))
                .ifPresent(range -> {
                    throw new IllegalArgumentException("its pool " + range + " is not in its subnet " + prefix);
                });
        return new NodeNetwork(
                file,
                required(values, "name"),
                subnet,
                prefix,
                pool,
                optional(values, "router").map(Ipv4::parse));
    }

    /** One that a machine there could have: of the pool where there is one. */
    public Ipv4 anAddress() {
        return pool.map(AddressRange::first)
                .orElseGet(() -> new Ipv4(
                        Math.min(subnet.first().number() + 1, subnet.last().number())));
    }

    private static String required(Properties values, String key) {
        return optional(values, key)
                .orElseThrow(() -> new IllegalArgumentException("it lacks " + key + ": name and subnet are needed"));
    }

    private static Optional<String> optional(Properties values, String key) {
        return Optional.of(values.getProperty(key, "").strip()).filter(text -> !text.isEmpty());
    }
}
