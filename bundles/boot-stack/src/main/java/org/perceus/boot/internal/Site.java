package org.perceus.boot.internal;

import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.net.Devices;

/** Where servers can be, or why they cannot. */
sealed interface Site {
    /**
     * A device, and the address to serve on. Its link may be down: a cable that is moved must not end downloads.
     *
     * @param index the device's number: sockets of a device that went and came back hear nothing
     */
    record Ready(String device, int index, int mtu, Ipv4Address address) implements Site {}

    /** Not now, and a sentence that says why. */
    record Missing(String sentence) implements Site {}

    static Site find(InterfaceSettings settings, Devices devices) {
        String name = settings.device();
        Optional<Devices.Device> found = devices.find(name);
        if (found.isEmpty()) {
            return new Missing("there is no network device " + name);
        }
        Devices.Device device = found.get();
        if (settings.address().isPresent()) {
            Ipv4Address address = settings.address().get();
            return device.addresses().contains(address)
                    ? new Ready(name, device.index(), device.mtu(), address)
                    : new Missing(name + " does not have the address " + address);
        }
        return device.addresses().isEmpty()
                ? new Missing(name + " has no IPv4 address")
                : new Ready(
                        name, device.index(), device.mtu(), device.addresses().get(0));
    }
}
