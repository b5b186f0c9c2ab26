package org.perceus.doctor.up;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.program.RefusedException;
import org.perceus.doctor.system.Link;

/**
 * A device that can be served. Immutable.
 *
 * @param address this server's there
 * @param length of its subnet's prefix, 0 to 32
 * @param router by which machines there reach others; empty when this server knows none
 * @param taken what no node can have: the addresses of this server and of the router
 */
record Ground(String device, Ipv4 address, int length, Optional<Ipv4> router, Set<Ipv4> taken) {
    /**
     * Looks whether it can be.
     *
     * @param links all devices
     * @param gateway by which this server reaches others over the device
     */
    static Ground of(String device, List<Link> links, Optional<Ipv4> gateway) throws RefusedException {
        Link link = links.stream()
                .filter(one -> one.name().equals(device))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException("there is no device " + device + ": ip -br link shows which are"));
        if (!link.up()) {
            throw new RefusedException(device + " is switched off: ip link set " + device + " up");
        }
        if (link.addresses().isEmpty()) {
            throw new RefusedException(device + " has no IPv4 address: ip addr add ADDRESS/24 dev " + device);
        }
        Link.Address own = link.addresses().get(0);
        AddressRange subnet = AddressRange.network(own.address(), own.length());
        Optional<Ipv4> router = gateway.filter(subnet::contains);
        Set<Ipv4> taken = new HashSet<>();
        links.forEach(one -> one.addresses().forEach(each -> taken.add(each.address())));
        router.ifPresent(taken::add);
        return new Ground(device, own.address(), own.length(), router, Set.copyOf(taken));
    }

    AddressRange subnet() {
        return AddressRange.network(address, length);
    }

    /** The subnet as it is written. */
    String prefix() {
        return subnet().first() + "/" + length;
    }
}
