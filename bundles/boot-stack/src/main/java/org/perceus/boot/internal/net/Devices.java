package org.perceus.boot.internal.net;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;

/** The machine's network devices as they are now. Thread-safe. */
public interface Devices {
    /** Looks at one device; empty when there is none of that name. */
    Optional<Device> find(String name);

    /**
     * A device as it was when somebody looked.
     *
     * @param name its name
     * @param index its number in the kernel: a device that goes and comes back has another
     * @param mtu its largest packet
     * @param addresses its IPv4 addresses, the first first
     */
    record Device(String name, int index, int mtu, List<Ipv4Address> addresses) {
        /** Copies the addresses. */
        public Device {
            addresses = List.copyOf(addresses);
        }
    }

    /** Asks the kernel. */
    static Optional<Device> inKernel(String name) {
        try {
            NetworkInterface found = NetworkInterface.getByName(name);
            if (found == null) {
                return Optional.empty();
            }
            List<Ipv4Address> addresses = new ArrayList<>(found.inetAddresses()
                    .map(IpAddress::of)
                    .filter(Ipv4Address.class::isInstance)
                    .map(Ipv4Address.class::cast)
                    .toList());
            // Java has them the other way round than the kernel, whose first is the one that it speaks by
            Collections.reverse(addresses);
            return Optional.of(new Device(name, found.getIndex(), found.getMTU(), addresses));
        } catch (SocketException e) {
            return Optional.empty();
        }
    }
}
