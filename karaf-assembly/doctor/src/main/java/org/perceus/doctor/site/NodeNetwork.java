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
 * @param pool what nodes and strangers are given
 * @param router the nodes' default gateway
 */
public record NodeNetwork(
        String file, String name, AddressRange subnet, String prefix, AddressRange pool, Optional<Ipv4> router) {
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
        AddressRange pool = AddressRange.parse(required(values, "pool"));
        if (!subnet.contains(pool.first()) || !subnet.contains(pool.last())) {
            throw new IllegalArgumentException("its pool " + pool + " is not in its subnet " + prefix);
        }
        return new NodeNetwork(
                file,
                required(values, "name"),
                subnet,
                prefix,
                pool,
                Optional.of(values.getProperty("router", "").strip())
                        .filter(text -> !text.isEmpty())
                        .map(Ipv4::parse));
    }

    private static String required(Properties values, String key) {
        return Optional.of(values.getProperty(key, "").strip())
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> new IllegalArgumentException("it lacks " + key + ": name, subnet and pool are needed"));
    }
}
