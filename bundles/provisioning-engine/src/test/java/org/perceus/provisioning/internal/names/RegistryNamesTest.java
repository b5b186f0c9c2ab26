package org.perceus.provisioning.internal.names;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;

public class RegistryNamesTest {
    private static final Optional<String> DOMAIN = Optional.of("cluster.example");
    private static final Ipv4Address FABRIC = Ipv4Address.parse("10.20.0.100");

    private final FakeRegistry registry =
            new FakeRegistry().with(Samples.node("interfaces", "ib0 address=10.20.0.0/16+host"));
    private final List<Runnable> background = new ArrayList<>();
    private final RegistryNames directory = new RegistryNames(registry, background::add, () -> {});

    /** The names once what is done in the background is done. */
    private SiteNames names() {
        directory.names();
        List.copyOf(background).forEach(Runnable::run);
        background.clear();
        return directory.names();
    }

    @Test
    public void knowsNodesAtOnce() {
        SiteNames names = directory.names();
        assertEquals(List.of(new NamedNetwork(Samples.NETWORK.subnet().base(), 24, DOMAIN)), names.networks());
        assertEquals(List.of(Samples.ADDRESS), names.addresses("n0001", DOMAIN));
        assertEquals(List.of(Samples.ADDRESS), names.addresses("n0001", Optional.empty()));
        assertEquals(List.of(), names.addresses("n0001", Optional.of("other.example")));
        assertEquals(Optional.of("n0001.cluster.example"), names.name(Samples.ADDRESS));
        assertEquals(Optional.empty(), names.name(Samples.LINK));
        assertEquals(1, background.size());
    }

    @Test
    public void aNodeHasOneAddressHoweverManyCards() {
        registry.with(Samples.withCards("52:54:00:00:00:98=10.10.0.120"));
        assertEquals(List.of(Samples.ADDRESS), directory.names().addresses("n0001", DOMAIN));
        assertEquals(List.of(Samples.ADDRESS), directory.names().addresses("n0001", Optional.empty()));
    }

    @Test
    public void knowsNobodyByHostileNames() {
        for (String label : List.of("", "*", "n0001 ", "-", "\0", "n\n", "../n0001", "x".repeat(64), "ñ")) {
            assertEquals(List.of(), directory.names().addresses(label, Optional.empty()));
        }
    }

    @Test
    public void knowsTheirInterfacesSoon() {
        assertEquals(List.of(), directory.names().addresses("n0001-ib0", DOMAIN));
        SiteNames names = names();
        assertEquals(List.of(FABRIC), names.addresses("n0001-ib0", DOMAIN));
        assertEquals(List.of(), names.addresses("n0001-ib0", Optional.of("other.example")));
        assertEquals(Optional.of("n0001-ib0.cluster.example"), names.name(FABRIC));
        assertEquals(Optional.of("n0001.cluster.example"), names.name(Samples.ADDRESS));
    }

    @Test
    public void aNodeComesBeforeAnInterface() {
        registry.with(node(2, "n0001-ib0", Optional.of("10.10.0.102")));
        registry.with(node(3, "n0003", Optional.of("10.20.0.100")));
        assertEquals(List.of(Ipv4Address.parse("10.10.0.102")), names().addresses("n0001-ib0", DOMAIN));
        assertEquals(Optional.of("n0003"), names().name(FABRIC));
    }

    @Test
    public void followsTheRegistry() {
        names();
        registry.clear();
        assertEquals(List.of(), names().addresses("n0001", DOMAIN));
        assertEquals(List.of(), names().addresses("n0001-ib0", DOMAIN));
        registry.with(node(4, "n0004", Optional.empty()));
        assertEquals("a node without address has none", List.of(), names().addresses("n0004", Optional.empty()));
    }

    @Test
    public void aSettingThatIsWrongHarmsNobody() {
        registry.with(Samples.node("interfaces", "ib0 address=$(reboot)"));
        assertEquals(List.of(Samples.ADDRESS), names().addresses("n0001", DOMAIN));
        assertEquals(List.of(), names().addresses("n0001-ib0", DOMAIN));
    }

    private static Node node(int number, String name, Optional<String> address) {
        return new Node(
                new MacAddress(0x525400_000000L + number),
                new Name(name),
                new Name("rack1"),
                address.map(Ipv4Address::parse),
                true,
                new TreeMap<>());
    }
}
