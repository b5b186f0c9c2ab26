package org.perceus.provisioning.spi.network;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.Test;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.hardware.Hardware;

public class NodeInterfacesTest {
    private static final HostAddress OWN = new HostAddress("n0001", "10.10.0.100");

    @Test
    public void aNodeHasItsName() {
        assertEquals(List.of(OWN), names("n0001", ""));
    }

    @Test
    public void anInterfaceWithAnAddressHasAName() {
        assertEquals(
                List.of(
                        OWN,
                        new HostAddress("n0001-eth1", "10.20.0.100"),
                        new HostAddress("n0001-eth1-12", "10.12.0.1"),
                        new HostAddress("n0001-eth1-12", "10.13.0.1")),
                names(
                        "n0001",
                        "eth1 address=10.20.0.0/16+host; Eth1.12 vlan=12 on=eth1 address=10.12.0.0/16+number,10.13.0.1/24; eth2 dhcp"));
    }

    @Test
    public void aBondOfTheBootCardHasTheNodesName() {
        assertEquals(List.of(OWN), names("n0001", "eth1; bond0 bond=boot,eth1"));
    }

    @Test
    public void whatIsWrongGivesNoNames() {
        assertEquals(List.of(OWN), names("n0001", "$(reboot)"));
        assertEquals(List.of(OWN), names("n0001", "eth- address=10.20.0.1/24"));
        assertEquals(1, names("n".repeat(60), "eth1 address=10.20.0.1/24").size());
    }

    private static List<HostAddress> names(String name, String interfaces) {
        return NodeInterfaces.hostAddresses(new Registered(name, new TreeMap<>(Map.of("interfaces", interfaces))));
    }

    private record Registered(String name, SortedMap<String, String> settings) implements RegisteredNode {
        @Override
        public String mac() {
            return "52:54:00:12:34:56";
        }

        @Override
        public String group() {
            return "rack1";
        }

        @Override
        public Optional<String> address() {
            return Optional.of("10.10.0.100");
        }

        @Override
        public Optional<Hardware> hardware() {
            return Optional.empty();
        }
    }
}
