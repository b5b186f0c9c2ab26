package org.perceus.provisioning.internal.boot;

import java.net.Inet4Address;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.perceus.boot.ServingInterface;

/** A provisioning interface without servers. */
record FakeInterface(String device, Inet4Address address) implements ServingInterface {
    @Override
    public URI server() {
        return URI.create("http://" + address.getHostAddress() + ":9870");
    }

    @Override
    public List<String> servers() {
        return List.of();
    }

    @Override
    public OptionalInt kernelLogPort() {
        return OptionalInt.empty();
    }
}
