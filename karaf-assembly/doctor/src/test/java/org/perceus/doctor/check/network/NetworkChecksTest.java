package org.perceus.doctor.check.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.doctor.Fakes;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.ServedInterface;
import org.perceus.doctor.wire.DhcpOffer;
import org.perceus.doctor.wire.OwnNetwork;
import org.perceus.doctor.wire.Wire.Client;

public class NetworkChecksTest {
    private static final Mac CARD = new Mac("02:00:00:00:00:07");
    private static final DhcpOffer OURS =
            new DhcpOffer(Fakes.SERVER, CARD, true, Ipv4.parse("10.10.0.100"), Fakes.SERVER, "undionly.kpxe");

    private static final DhcpOffer OUR_PROXY =
            new DhcpOffer(Fakes.SERVER, CARD, true, Ipv4.NONE, Fakes.SERVER, "undionly.kpxe");

    private final FakeWire wire = new FakeWire();
    private final Fakes.Programs programs = new Fakes.Programs();
    private final Segment segment = Fakes.segment(Fakes.link("", 1500));

    @Test
    public void beforeTheFirstStartNobodyAnswers() throws Exception {
        assertEquals(
                "no DHCP server answers a DHCPDISCOVER on eth1",
                dhcp(segment).get(0).sentence());
        programs.print("info --json", "{}");
        assertEquals(Severity.PROBLEM, dhcp(segment).get(0).severity());
    }

    @Test
    public void anotherServerIsNamedWithWhatItOffers() throws Exception {
        wire.offers = Map.of(
                Client.MACHINE,
                List.of(other("10.10.0.150", "")),
                Client.BIOS,
                List.of(OURS, other("10.10.0.150", "x.0")));
        List<Finding> findings = dhcp(segment);
        assertEquals(
                "another DHCP server, 10.10.0.2 (card 02:00:00:00:00:07), answers on eth1 and offers 10.10.0.150, next"
                        + " server 10.10.0.2, the boot program x.0, an address of the pool of network lab that two machines may"
                        + " get: nodes boot from whichever answers first, so switch it off on this wire",
                findings.get(0).sentence());
        assertEquals(
                "this server answers a DHCPDISCOVER on eth1 with 10.10.0.100 and the boot program undionly.kpxe",
                findings.get(1).sentence());
    }

    @Test
    public void aServerOfOneKindOfFirmwareIsHeard() throws Exception {
        wire.offers = Map.of(Client.UEFI, List.of(other("0.0.0.0", "x.efi")), Client.MACHINE, List.of(OURS));
        Finding rival = dhcp(segment).get(0);
        assertTrue(rival.sentence(), rival.sentence().contains("proxy DHCP server, 10.10.0.2"));
        wire.offers =
                Map.of(Client.BIOS, List.of(plain()), Client.UEFI_HTTP, List.of(other("10.10.0.31", "http://x/y")));
        assertTrue(dhcp(segment).get(0).sentence().contains("the boot program http://x/y"));
    }

    @Test
    public void whoHasOurAddressIsNotUs() throws Exception {
        wire.offers = Map.of(
                Client.BIOS, List.of(new DhcpOffer(Fakes.SERVER, CARD, false, OURS.address(), Fakes.SERVER, "x")));
        assertTrue(dhcp(segment).get(0).sentence().startsWith("another DHCP server, 10.10.0.1 (card 02:"));
    }

    @Test
    public void aProxyHasNoAddress() throws Exception {
        wire.offers = Map.of(Client.BIOS, List.of(other("0.0.0.0", "x.0")));
        assertTrue(dhcp(segment).get(0).sentence().startsWith("another proxy DHCP server, 10.10.0.2"));
    }

    @Test
    public void dhcpMayBeLeftToAnother() throws Exception {
        Segment left = besides(DhcpMode.EXTERNAL);
        wire.offers = Map.of(Client.MACHINE, List.of(other("10.10.0.30", "x.0")));
        assertEquals(Severity.WARNING, dhcp(left).get(0).severity());
        wire.offers = Map.of(
                Client.MACHINE,
                List.of(new DhcpOffer(
                        Ipv4.parse("10.10.0.2"),
                        CARD,
                        false,
                        Ipv4.parse("10.10.0.30"),
                        Fakes.SERVER,
                        "undionly.kpxe")));
        assertEquals(Severity.OK, dhcp(left).get(0).severity());
        wire.offers = Map.of(Client.BIOS, List.of(other("10.10.0.30", "http://10.10.0.9/x")));
        Finding elsewhere = dhcp(left).get(0);
        assertEquals(Severity.WARNING, elsewhere.severity());
        assertEquals(
                "perceus dhcp config kea|dhcpd|dnsmasq", elsewhere.command().orElseThrow());
        wire.offers = Map.of(Client.BIOS, List.of(other("10.10.0.30", "http://10.10.0.1:9870/boot/ipxe")));
        assertEquals(Severity.OK, dhcp(left).get(0).severity());
        wire.offers = Map.of();
        assertEquals(Severity.PROBLEM, dhcp(left).get(0).severity());
    }

    @Test
    public void asAProxyAnotherServerGivesAddressesAndNoMore() throws Exception {
        Segment proxy = besides(DhcpMode.PROXY);
        programs.print("info --json", "{}");
        wire.offers = Map.of(Client.MACHINE, List.of(plain()), Client.BIOS, List.of(plain(), OUR_PROXY));
        List<Finding> right = dhcp(proxy);
        assertEquals(
                List.of(
                        "the DHCP server, 10.10.0.2 (card 02:00:00:00:00:07), answers on eth1 and offers 10.10.0.150, no"
                                + " boot program, as dhcp = proxy leaves addresses to it",
                        "this server answers a DHCPDISCOVER on eth1 with no address and the boot program undionly.kpxe"),
                right.stream().map(Finding::sentence).toList());
        assertEquals(
                List.of(Severity.OK, Severity.OK),
                right.stream().map(Finding::severity).toList());
        wire.offers = Map.of(Client.BIOS, List.of(other("10.10.0.150", "x.0"), OUR_PROXY));
        Finding two = dhcp(proxy).get(0);
        assertEquals(Severity.WARNING, two.severity());
        assertTrue(two.sentence(), two.sentence().contains("next server 10.10.0.2, the boot program x.0, and with"));
        wire.offers = Map.of(Client.BIOS, List.of(next("10.10.0.9"), OUR_PROXY));
        assertEquals(Severity.WARNING, dhcp(proxy).get(0).severity());
        wire.offers = Map.of(Client.BIOS, List.of(next("10.10.0.2"), OUR_PROXY));
        assertEquals(
                "itself, as dnsmasq says to all",
                Severity.OK,
                dhcp(proxy).get(0).severity());
    }

    @Test
    public void asAProxyItIsNotAlone() throws Exception {
        Segment proxy = besides(DhcpMode.PROXY);
        programs.print("info --json", "{}");
        wire.offers = Map.of(Client.BIOS, List.of(OUR_PROXY));
        Finding missing = dhcp(proxy).get(0);
        assertEquals(Severity.PROBLEM, missing.severity());
        assertTrue(missing.sentence(), missing.sentence().startsWith("no DHCP server gives addresses on eth1, and"));
        wire.offers = Map.of(Client.BIOS, List.of(plain(), other("0.0.0.0", "x.0"), OUR_PROXY));
        assertEquals(Severity.PROBLEM, dhcp(proxy).get(0).severity());
        wire.offers = Map.of(Client.BIOS, List.of(plain()));
        assertEquals(
                "the container runs and does not answer a DHCPDISCOVER on eth1",
                dhcp(proxy).get(1).sentence());
    }

    @Test
    public void fromElsewhereTheModeIsHeard() throws Exception {
        wire.offers = Map.of(Client.BIOS, List.of(plain(), OUR_PROXY));
        List<Finding> proxy = server();
        assertEquals(List.of(), bad(proxy));
        assertEquals(
                "a node is offered no address and undionly.kpxe by 10.10.0.1",
                proxy.get(1).sentence());
        wire.offers = Map.of(Client.BIOS, List.of(other("10.10.0.30", "http://10.10.0.1:9870/boot/ipxe")));
        assertEquals(List.of(), bad(server()));
        wire.offers = Map.of(Client.BIOS, List.of(other("10.10.0.30", "x.0"), OURS));
        assertEquals(1, bad(server()).size());
    }

    @Test
    public void withoutAPoolOnlyTheServersAddressIsAskedFor() throws Exception {
        Finding finding = new AddressesCheck(besides(DhcpMode.PROXY), container(), wire)
                .findings()
                .get(0);
        assertTrue(finding.sentence(), finding.sentence().startsWith("of 1 addresses on eth1"));
    }

    private static Segment besides(DhcpMode mode) {
        return Fakes.segment(Fakes.link("", 1500), mode, Fakes.POOLLESS);
    }

    private static DhcpOffer next(String server) {
        return new DhcpOffer(Ipv4.parse("10.10.0.2"), CARD, false, Ipv4.parse("10.10.0.150"), Ipv4.parse(server), "");
    }

    private static DhcpOffer plain() {
        return new DhcpOffer(Ipv4.parse("10.10.0.2"), CARD, false, Ipv4.parse("10.10.0.150"), Ipv4.NONE, "");
    }

    private List<Finding> server() throws Exception {
        Segment elsewhere = new Segment(
                ServedInterface.usual("eth1"),
                false,
                Optional.empty(),
                Optional.of(Fakes.link("", 1500)),
                Optional.empty(),
                Optional.empty());
        return new ServerCheck(elsewhere, Fakes.SERVER, wire, new NodeView(wire, files("a", "a"))).findings();
    }

    private static List<Finding> bad(List<Finding> findings) {
        return findings.stream().filter(one -> one.severity() != Severity.OK).toList();
    }

    @Test
    public void addressesThatTwoHaveAreNamed() throws Exception {
        assertEquals(Severity.OK, addresses().get(0).severity());
        wire.owners = Map.of(
                Fakes.SERVER,
                Set.of(CARD),
                Ipv4.parse("10.10.0.101"),
                Set.of(CARD),
                Ipv4.parse("10.10.0.102"),
                Set.of(new Mac("02:00:00:00:00:08")),
                Ipv4.parse("10.10.0.103"),
                Set.of(CARD, new Mac("02:00:00:00:00:08")));
        programs.print("stranger list --json", "[{\"address\": \"\", \"mac\": \"02:00:00:00:00:09\"}]")
                .print("node list --json", "[{\"address\": \"10.10.0.102\", \"mac\": \"02:00:00:00:00:08\"}]");
        List<Finding> findings = addresses();
        assertEquals(3, findings.size());
        assertTrue(
                findings.get(0).sentence().startsWith("another machine, 02:00:00:00:00:07, has the address 10.10.0.1"));
        assertTrue(findings.get(1).sentence().startsWith("the address 10.10.0.103 is had by 2 machines, "));
        assertEquals(
                "1 of the pool's addresses is in use by machines to which this container did not give it: 10.10.0.101"
                        + " (02:00:00:00:00:07)",
                findings.get(2).sentence());
    }

    @Test
    public void aNodeGetsTheSameFileByBothWays() throws Exception {
        assertEquals(Severity.PROBLEM, look(files("a", "a")).get(0).severity());
        wire.offers = Map.of(Client.BIOS, List.of(other("10.10.0.150", "x.0"), OURS));
        assertEquals(
                List.of(Severity.OK, Severity.OK, Severity.OK),
                look(files("a", "a")).stream().map(Finding::severity).toList());
        assertTrue(look(files("a", "b")).get(3).sentence().startsWith("undionly.kpxe is another file by TFTP"));
        Finding lost = look(files("", "a")).get(1);
        assertTrue(
                lost.sentence(), lost.sentence().startsWith("a node does not get undionly.kpxe by TFTP (timed out):"));
        wire.offers = Map.of(
                Client.BIOS,
                List.of(new DhcpOffer(Fakes.SERVER, CARD, true, Ipv4.parse("10.10.0.100"), Fakes.SERVER, "")));
        assertEquals(
                "a node is offered 10.10.0.100 by 10.10.0.1 and no boot program",
                look(files("a", "a")).get(0).sentence());
    }

    @Test
    public void whatCannotBeTriedHereIsSaid() throws Exception {
        assertEquals(Severity.NOTE, boot().severity());
        programs.print("info --json", "{}");
        assertEquals("perceus doctor --server 10.10.0.1", boot().command().orElseThrow());
    }

    private static DhcpOffer other(String address, String file) {
        return new DhcpOffer(Ipv4.parse("10.10.0.2"), CARD, false, Ipv4.parse(address), Ipv4.parse("10.10.0.2"), file);
    }

    private List<Finding> dhcp(Segment where) throws Exception {
        return new DhcpCheck(where, container(), wire).findings();
    }

    private List<Finding> addresses() throws Exception {
        return new AddressesCheck(segment, container(), wire).findings();
    }

    private Finding boot() throws Exception {
        return new FilesCheck(segment, container(), wire, new OwnNetwork(programs), null)
                .findings()
                .get(0);
    }

    private Container container() {
        return new Container(programs, Fakes.site(Fakes.LAB));
    }

    private List<Finding> look(Fetcher fetcher) throws Exception {
        return new NodeView(wire, fetcher).look("eth1", Fakes.SERVER, ServedInterface.usual("eth1"));
    }

    private static Fetcher files(String tftp, String http) {
        return new Fetcher() {
            @Override
            public Fetched tftp(Ipv4 server, String file) throws IOException {
                return fetched(tftp);
            }

            @Override
            public Fetched http(Ipv4 server, int port, String path) throws IOException {
                assertEquals("/boot/undionly.kpxe", path);
                return fetched(http);
            }
        };
    }

    private static Fetcher.Fetched fetched(String content) throws IOException {
        if (content.isEmpty()) {
            throw new IOException("timed out.");
        }
        return new Fetcher.Fetched(content.length(), content);
    }
}
