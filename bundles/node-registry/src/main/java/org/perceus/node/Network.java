package org.perceus.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;

/**
 * A provisioning network, from the configuration. Immutable.
 *
 * @param name its name
 * @param subnet its subnet
 * @param pool addresses for machines that were given none; empty where another DHCP server gives them theirs
 * @param router default gateway of the nodes
 * @param nameServers name servers of the nodes, in order
 * @param domain DNS domain of the nodes
 * @param lease for how long an address is leased
 * @param options DHCP options that its machines are given beside that, as the configuration has them
 * @param lendsToAll whether machines that are no nodes are lent an address also when they do not boot
 */
public record Network(
        String name,
        Subnet subnet,
        Optional<AddressRange> pool,
        Optional<Ipv4Address> router,
        List<Ipv4Address> nameServers,
        Optional<String> domain,
        Duration lease,
        Optional<String> options,
        boolean lendsToAll) {}
