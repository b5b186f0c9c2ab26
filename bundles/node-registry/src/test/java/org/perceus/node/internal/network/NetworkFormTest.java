package org.perceus.node.internal.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.Network;

public class NetworkFormTest {
    private final Map<String, Object> properties =
            new HashMap<>(Map.of("name", "lan", "subnet", "10.10.0.0/24", "pool", "10.10.0.100 - 10.10.0.199"));

    @Test
    public void readsTheNecessary() {
        Network network = new NetworkForm(properties).read();
        assertEquals("lan", network.name());
        assertEquals(Subnet.parse("10.10.0.0/24"), network.subnet());
        assertEquals("10.10.0.100-10.10.0.199", network.pool().orElseThrow().toString());
        assertEquals(Optional.empty(), network.router());
        assertEquals(List.of(), network.nameServers());
        assertEquals(Optional.empty(), network.domain());
        assertEquals(Duration.ofHours(1), network.lease());
    }

    @Test
    public void readsAll() {
        properties.putAll(Map.of(
                "router", "10.10.0.254",
                "nameServers", "10.10.0.1, 192.0.2.1",
                "domain", "cluster.example",
                "lendTo", "all",
                "leaseSeconds", 600));
        Network network = new NetworkForm(properties).read();
        assertEquals(Optional.of(Ipv4Address.parse("10.10.0.254")), network.router());
        assertEquals(List.of(Ipv4Address.parse("10.10.0.1"), Ipv4Address.parse("192.0.2.1")), network.nameServers());
        assertEquals(Optional.of("cluster.example"), network.domain());
        assertEquals(Duration.ofMinutes(10), network.lease());
        assertTrue(network.lendsToAll());
    }

    @Test
    public void saysWhatIsWrong() {
        assertRefused("name", "", "lacks name");
        assertRefused("name", "my lan", "is not a name");
        assertRefused("subnet", "10.10.0.5/24", "its base is 10.10.0.0");
        assertRefused("pool", "10.10.0.100", "is not a pool");
        assertRefused("pool", "10.10.0.0-10.10.0.9", "its pool has 10.10.0.0, which no host");
        assertRefused("pool", "10.10.0.10-10.10.1.9", "its pool has 10.10.1.9, which no host");
        assertRefused("pool", "10.10.0.10-10.10.0.9", "ends before it begins");
        assertRefused("router", "10.10.1.1", "its router has 10.10.1.1");
        assertRefused("nameServers", "10.10.0.1,dns", "'dns' is not an IPv4 address");
        assertRefused("domain", "a..b", "is not a DNS domain");
        assertRefused("domain", "a;reboot", "is not a DNS domain");
        assertRefused("lendTo", "none", "use booting for machines that boot, or all");
        assertRefused("leaseSeconds", "soon", "is not a time");
        assertRefused("leaseSeconds", "5", "is not a time");
    }

    @Test
    public void aConfiguredNetworkWithAFaultIsNotThere() {
        ConfiguredNetwork network = new ConfiguredNetwork(properties);
        assertTrue(network.network().isPresent());
        network.modified(Map.of("name", "lan"));
        assertEquals(Optional.empty(), network.network());
        network.modified(properties);
        assertTrue(network.network().isPresent());
    }

    private void assertRefused(String key, String value, String part) {
        Map<String, Object> changed = new HashMap<>(properties);
        changed.put(key, value);
        var refusal =
                assertThrows(key + "=" + value, IllegalArgumentException.class, () -> new NetworkForm(changed).read());
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(part));
    }
}
