package org.perceus.doctor.check.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.doctor.Fakes;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.check.network.FakeWire;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.ServedInterface;
import org.perceus.doctor.system.KernelFiles;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.system.Links;

public class LinkChecksTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aDeviceIsThereAndOnWithAnAddress() throws Exception {
        assertEquals(Severity.OK, device(Fakes.segment(Fakes.link("", 1500))).severity());
        assertEquals(
                Optional.of("ip link set eth1 up"),
                device(Fakes.segment(new Link(
                                "eth1", "", false, false, Optional.empty(), 1500, List.of(), OptionalInt.empty())))
                        .command());
        Segment bare = new Segment(
                ServedInterface.usual("eth1"),
                true,
                Optional.empty(),
                Optional.of(new Link("eth1", "", true, true, Optional.empty(), 1500, List.of(), OptionalInt.empty())),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                Optional.of("ip addr add ADDRESS/24 dev eth1"), device(bare).command());
        Segment none = new Segment(
                ServedInterface.usual("eth1"),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals("there is no device eth1", device(none).sentence());
    }

    @Test
    public void largePacketsPass() throws Exception {
        assertEquals(Severity.OK, mtu(Fakes.link("", 1500), "").severity());
        assertEquals(Severity.NOTE, mtu(Fakes.link("", 9000), "").severity());
        assertEquals(Severity.PROBLEM, mtu(Fakes.link("", 1400), "").severity());
        String port = "[{\"ifname\": \"tap1\", \"flags\": [\"UP\"], \"mtu\": 1450}]";
        assertEquals(
                Optional.of("ip link set tap1 mtu 1500"),
                mtu(Fakes.link("bridge", 1500), port).command());
    }

    @Test
    public void spanningTreeHoldsNothingBack() throws Exception {
        FakeWire wire = new FakeWire();
        Segment card = Fakes.segment(Fakes.link("", 1500));
        assertEquals(Severity.OK, spanningTree(card, wire).severity());
        wire.switches = Set.of(new Mac("02:00:00:00:00:05"));
        assertEquals(Severity.WARNING, spanningTree(card, wire).severity());
        Link bridge = new Link("br0", "bridge", true, true, Optional.empty(), 1500, List.of(), OptionalInt.of(1500));
        Finding held = spanningTree(Fakes.segment(bridge), wire);
        assertTrue(held.sentence(), held.sentence().contains("held back for 30 s"));
        assertEquals(Optional.of("ip link set br0 type bridge stp_state 0"), held.command());
    }

    @Test
    public void portsAreFreeBeforeTheFirstStart() throws Exception {
        Segment segment = Fakes.segment(Fakes.link("", 1500));
        Container silent = new Container(new Fakes.Programs(), Fakes.site());
        List<Finding> taken = new PortsCheck(segment, silent, (device, tcp, port) -> port == 67 || tcp).findings();
        assertEquals(
                List.of(Optional.of("ss -lnup 'sport = :67'"), Optional.of("ss -lntp 'sport = :9870'")),
                taken.stream().map(Finding::command).toList());
        assertEquals(
                Severity.OK,
                new PortsCheck(segment, silent, (device, tcp, port) -> false)
                        .findings()
                        .get(0)
                        .severity());
    }

    @Test
    public void theFirewallIsAskedInItsOwnWords() throws Exception {
        assertEquals(Severity.NOTE, firewall(new Fakes.Programs()).get(0).severity());
        assertEquals(
                Severity.WARNING,
                firewall(new Fakes.Programs().fail("list ruleset")).get(0).severity());
        String nft = "{\"nftables\": [{\"chain\": {\"family\": \"ip\", \"table\": \"filter\", \"name\": \"INPUT\","
                + " \"hook\": \"input\", \"policy\": \"drop\"}}]}";
        Finding dropped =
                firewall(new Fakes.Programs().print("list ruleset", nft)).get(0);
        assertEquals(
                "the firewall of this machine drops DHCP (UDP 67), TFTP (UDP 69), TFTP's acknowledgements, HTTP (TCP"
                        + " 9870), DNS (UDP 53) of nodes on eth1, by the policy of ip filter INPUT",
                dropped.sentence());
        assertEquals(Optional.of("nft insert rule ip filter INPUT iifname eth1 accept"), dropped.command());
        String firewalld = nft.replace("\"table\": \"filter\"", "\"table\": \"firewalld\"");
        assertTrue(firewall(new Fakes.Programs().print("list ruleset", firewalld))
                .get(0)
                .command()
                .orElseThrow()
                .startsWith("firewall-cmd "));
        Fakes.Programs both = new Fakes.Programs()
                .print("list ruleset", nft)
                .print("iptables-save", "*filter\n:INPUT DROP [0:0]\nCOMMIT\n");
        assertEquals("one table is judged once", 1, firewall(both).size());
        assertEquals(
                Optional.of("iptables -I INPUT -i eth1 -j ACCEPT"),
                firewall(both).get(0).command());
    }

    @Test
    public void aProxyHasAPortMoreAndAnExternalOneNone() throws Exception {
        assertEquals(List.of(53, 67, 69, 4011, 9870), wanted(DhcpMode.PROXY));
        assertEquals(List.of(53, 67, 69, 9870), wanted(DhcpMode.FULL));
        assertEquals(List.of(53, 69, 9870), wanted(DhcpMode.EXTERNAL));
        String drop = "*filter\n:INPUT DROP [0:0]\nCOMMIT\n";
        String proxy = dropped(DhcpMode.PROXY, drop);
        assertTrue(proxy, proxy.contains("DHCP (UDP 67), ProxyDHCP (UDP 4011), TFTP"));
        String external = dropped(DhcpMode.EXTERNAL, drop);
        assertTrue(external, external.contains(" drops TFTP (UDP 69)"));
    }

    @Test
    public void theModeFitsTheNetwork() {
        assertEquals(Severity.OK, mode(DhcpMode.FULL, Fakes.LAB).severity());
        assertEquals(Severity.OK, mode(DhcpMode.PROXY, Fakes.POOLLESS).severity());
        assertEquals(
                Optional.of("perceus dhcp config kea|dhcpd|dnsmasq"),
                mode(DhcpMode.EXTERNAL, Fakes.POOLLESS).command());
        assertEquals(Severity.WARNING, mode(DhcpMode.FULL, Fakes.POOLLESS).severity());
        Finding pooled = mode(DhcpMode.PROXY, Fakes.LAB);
        assertEquals(Severity.PROBLEM, pooled.severity());
        assertEquals(
                "network lab has the pool 10.10.0.100-10.10.0.199, and with dhcp = proxy on eth1 another DHCP server gives"
                        + " the addresses: take the line pool out of etc/org.perceus.node.network-lab.cfg",
                pooled.sentence());
        assertEquals(Optional.of("${EDITOR:-vi} /opt/perceus/etc/org.perceus.node.network-lab.cfg"), pooled.command());
    }

    private static Finding mode(DhcpMode mode, NodeNetwork network) {
        return new ModeCheck(Fakes.segment(Fakes.link("", 1500), mode, network), Fakes.INSTANCE)
                .findings()
                .get(0);
    }

    private static List<Integer> wanted(DhcpMode mode) throws Exception {
        Set<Integer> tried = new TreeSet<>();
        Segment segment = Fakes.segment(Fakes.link("", 1500), mode, Fakes.POOLLESS);
        new PortsCheck(
                        segment,
                        new Container(new Fakes.Programs(), Fakes.site()),
                        (device, tcp, port) -> !tried.add(port))
                .findings();
        return List.copyOf(tried);
    }

    private String dropped(DhcpMode mode, String rules) throws Exception {
        return new FirewallCheck(
                        Fakes.segment(Fakes.link("", 1500), mode, Fakes.POOLLESS),
                        new Fakes.Programs().print("iptables-save", rules),
                        new KernelFiles(folder.getRoot().toPath()))
                .findings()
                .get(0)
                .sentence();
    }

    private static Finding device(Segment segment) throws Exception {
        return new DeviceCheck(segment, Fakes.site()).findings().get(0);
    }

    private static Finding mtu(Link link, String ports) throws Exception {
        Links links = new Links(new Fakes.Programs().print("link show master eth1", ports));
        return new MtuCheck(Fakes.segment(link), links).findings().get(0);
    }

    private static Finding spanningTree(Segment segment, FakeWire wire) throws Exception {
        return new SpanningTreeCheck(segment, wire).findings().get(0);
    }

    private List<Finding> firewall(Fakes.Programs programs) throws Exception {
        return new FirewallCheck(
                        Fakes.segment(Fakes.link("", 1500)),
                        programs,
                        new KernelFiles(folder.getRoot().toPath()))
                .findings();
    }
}
