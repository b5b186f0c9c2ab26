package org.perceus.doctor.site;

import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.system.Link;

/**
 * One address of a device with what is at it: what is to be served there and which nodes' network it is in. Immutable.
 *
 * @param configured whether a file of etc names the device
 * @param wanted the address that the file names; empty for the first that the device has
 * @param link the device as the kernel has it; empty when there is none
 * @param address at which nodes find the server there; empty when the device has none
 * @param network the nodes' network of that address; empty when none is configured
 */
public record Segment(
        ServedInterface served,
        boolean configured,
        Optional<Ipv4> wanted,
        Optional<Link> link,
        Optional<Ipv4> address,
        Optional<NodeNetwork> network) {
    /** Who does what by DHCP there; as if this server did all where no file names the device. */
    public DhcpMode mode() {
        return configured ? served.dhcp() : DhcpMode.FULL;
    }

    /** The device's name. */
    public String device() {
        return served.device();
    }
}
