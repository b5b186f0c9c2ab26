package org.perceus.provisioning.internal.names;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.Network;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.served.FakeInterface;
import org.perceus.provisioning.internal.served.ServedInterfaces;

public class GivenNameServersTest {
    private static final String SERVER = Samples.LINK.toString();
    private static final Ipv4Address OTHER = Ipv4Address.parse("192.0.2.53");

    private final ServedInterfaces interfaces = new ServedInterfaces();
    private final FakeRegistry registry = new FakeRegistry();
    private final GivenNameServers servers = new GivenNameServers(registry, interfaces);

    private static Network network(List<Ipv4Address> named) {
        return new Network(
                "storage",
                Subnet.parse("10.10.0.0/24"),
                Optional.empty(),
                Optional.empty(),
                named,
                Optional.empty(),
                Duration.ofHours(1),
                Optional.empty(),
                false);
    }

    private void serve(String... names) {
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of(names)));
    }

    @Test
    public void whatTheNetworkNamesCounts() {
        serve("dhcp", "dns");
        assertEquals(List.of(OTHER), servers.of(network(List.of(OTHER))));
        assertEquals(List.of(OTHER), servers.of(network(List.of(OTHER)), SERVER));
    }

    @Test
    public void elseThisServerWhereItServesDns() {
        serve("dhcp", "dns");
        assertEquals(List.of(Samples.LINK), servers.of(network(List.of())));
        assertEquals(List.of(Samples.LINK), servers.of(network(List.of()), SERVER));
        assertEquals(List.of(), servers.of(network(List.of()), "10.99.0.1"));
    }

    @Test
    public void elseNobody() {
        serve("dhcp");
        assertEquals(List.of(), servers.of(network(List.of())));
        assertEquals(List.of(), servers.of(network(List.of()), SERVER));
    }

    @Test
    public void saysWhichNetworksNameThisServerInVain() {
        assertEquals(List.of(), servers.complaints());
        serve("dhcp");
        assertEquals(
                List.of(
                        "network cluster names 10.10.0.1 in nameServers, where this server serves no DNS: have dns = true"
                                + " in etc/org.perceus.boot.interface-*.cfg of eth1, unless another program answers there"),
                servers.complaints());
    }

    @Test
    public void saysNothingWhereItServesDns() {
        serve("dhcp", "dns");
        registry.with(network(List.of(OTHER)));
        assertEquals(List.of(), servers.complaints());
    }
}
