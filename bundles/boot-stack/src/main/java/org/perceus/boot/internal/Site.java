package org.perceus.boot.internal;

import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.net.Devices;

/**
 * Where a device can be served now, and where it cannot. Immutable.
 *
 * @param places all of one device, in the order of the settings
 * @param missing why there are not more, a sentence each
 */
record Site(List<Place> places, List<String> missing) {
    /**
     * Looks at the device.
     *
     * @param before the address that was served last, which stays where the settings name none: whoever boots counts on it
     */
    static Site find(InterfaceSettings settings, Devices devices, Optional<Ipv4Address> before) {
        String name = settings.device();
        Optional<Devices.Device> found = devices.find(name);
        if (found.isEmpty()) {
            return new Site(List.of(), List.of("there is no network device " + name));
        }
        Devices.Device device = found.get();
        if (settings.addresses().isEmpty()) {
            return device.addresses().isEmpty()
                    ? new Site(List.of(), List.of(name + " has no IPv4 address"))
                    : new Site(
                            List.of(place(
                                    device,
                                    before.filter(device.addresses()::contains)
                                            .orElse(device.addresses().get(0)))),
                            List.of());
        }
        return new Site(
                settings.addresses().stream()
                        .filter(device.addresses()::contains)
                        .map(address -> place(device, address))
                        .toList(),
                settings.addresses().stream()
                        .filter(address -> !device.addresses().contains(address))
                        .map(address -> name + " does not have the address " + address)
                        .toList());
    }

    private static Place place(Devices.Device device, Ipv4Address address) {
        return new Place(device.name(), device.index(), device.mtu(), address);
    }
}
