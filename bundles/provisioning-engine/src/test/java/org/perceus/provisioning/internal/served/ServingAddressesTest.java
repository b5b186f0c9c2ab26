package org.perceus.provisioning.internal.served;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.module.testing.FakeClock;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;

public class ServingAddressesTest {
    private final ServingInterface serving = serving(Samples.LINK);

    @Test
    public void knowsTheAddressesOfInterfacesThatAreThere() {
        ServedInterfaces interfaces = new ServedInterfaces();
        ServingAddresses own = new ServingAddresses(interfaces, Set::of, new FakeClock());
        assertEquals(Set.of(), own.addresses());
        interfaces.bind(serving);
        interfaces.bind(serving(Samples.LINK));
        assertEquals(Set.of(Samples.LINK), own.addresses());
        interfaces.unbind(serving);
        assertEquals(Set.of(Samples.LINK), own.addresses());
    }

    @Test
    public void knowsTheOtherAddressesOfTheMachineSoon() {
        Set<Ipv4Address> machine = new HashSet<>(Set.of(Samples.ADDRESS));
        FakeClock clock = new FakeClock();
        ServingAddresses own = new ServingAddresses(new ServedInterfaces(), () -> Set.copyOf(machine), clock);
        assertEquals(Set.of(Samples.ADDRESS), own.addresses());
        machine.add(Samples.LINK);
        assertEquals("not asked for each node", Set.of(Samples.ADDRESS), own.addresses());
        clock.move(Duration.ofSeconds(1));
        assertEquals(Set.of(Samples.ADDRESS, Samples.LINK), own.addresses());
    }

    @Test
    public void aNodeWithTheServersAddressIsNamedWithTheRemedy() {
        FakeRegistry registry = new FakeRegistry().with(Samples.node(Optional.of(Samples.LINK), true));
        String name = registry.snapshot().nodes().get(0).name().value();
        assertEquals(
                Optional.of("Node " + name + " has 10.10.0.1, this server's own address on eth1, so it cannot boot:"
                        + " give it another with 'perceus node set address=ADDRESS " + name + "'"),
                new AddressConflicts(registry).warning(serving));
    }

    @Test
    public void otherNodesAreLeftAlone() {
        FakeRegistry registry = new FakeRegistry().with(Samples.node(Optional.of(Samples.ADDRESS), true));
        assertEquals(Optional.empty(), new AddressConflicts(registry).warning(serving));
    }

    private static ServingInterface serving(Ipv4Address address) {
        return new FakeInterface("eth1", address);
    }
}
