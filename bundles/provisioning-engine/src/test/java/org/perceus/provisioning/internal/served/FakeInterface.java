package org.perceus.provisioning.internal.served;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;

/** A provisioning interface with servers that are none. */
public record FakeInterface(String device, Ipv4Address address, List<String> servers) implements ServingInterface {
    FakeInterface(String device, Ipv4Address address) {
        this(device, address, List.of());
    }

    @Override
    public URI server() {
        return URI.create("http://" + address + ":9870");
    }

    @Override
    public OptionalInt kernelLogPort() {
        return OptionalInt.empty();
    }
}
