package org.perceus.node.internal.network;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.Network;

public class NetworkSourcesTest {
    private final List<String> complaints = new ArrayList<>();
    private NetworkSet networks = NetworkSet.empty();
    private final NetworkSources sources = new NetworkSources(set -> networks = set, complaints::add);

    @Test
    public void findsTheNetworkOfAnAddress() {
        sources.add(source("b", "10.10.0.0/24"));
        sources.add(source("a", "10.10.2.0/24"));
        assertEquals("[a, b]", names());
        assertEquals("b", name("10.10.0.255"));
        assertEquals("a", name("10.10.2.0"));
        assertEquals("", name("10.10.1.7"));
        assertEquals("", name("10.9.255.255"));
        assertEquals("", name("10.10.3.0"));
    }

    @Test
    public void theFirstOfTwoThatOverlapCounts() {
        NetworkSource first = source("first", "10.10.0.0/24");
        sources.add(first);
        sources.add(source("wide", "10.0.0.0/8"));
        sources.add(source("first", "10.20.0.0/24"));
        assertEquals("[first]", names());
        assertEquals(
                List.of(
                        "Network wide is left out: its subnet 10.0.0.0/8 overlaps 10.10.0.0/24 of network first",
                        "A second network is named first and is left out: give it a name of its own"),
                complaints);
        sources.remove(first);
        assertEquals("[wide]", names());
    }

    @Test
    public void complainsOnce() {
        sources.add(source("first", "10.10.0.0/24"));
        sources.add(source("second", "10.10.0.0/25"));
        sources.add(source("third", "10.30.0.0/24"));
        sources.refresh();
        assertEquals(1, complaints.size());
    }

    @Test
    public void followsASourceThatChanges() {
        List<Network> network = new ArrayList<>();
        NetworkSource source = () -> network.stream().findFirst();
        sources.add(source);
        assertEquals("[]", names());
        network.addAll(source("late", "10.10.0.0/24").network().stream().toList());
        sources.refresh();
        assertEquals("[late]", names());
    }

    private static NetworkSource source(String name, String subnet) {
        String base = Subnet.parse(subnet).base().toString().replaceAll("0$", "");
        Optional<Network> network = Optional.of(
                new NetworkForm(Map.of("name", name, "subnet", subnet, "pool", base + "10-" + base + "20")).read());
        return () -> network;
    }

    private String names() {
        return networks.all().stream().map(Network::name).toList().toString();
    }

    private String name(String address) {
        return networks.containing(Ipv4Address.parse(address))
                .map(Network::name)
                .orElse("");
    }
}
