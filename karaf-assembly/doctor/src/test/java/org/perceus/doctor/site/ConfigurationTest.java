package org.perceus.doctor.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.system.Link;

public class ConfigurationTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void nothingNeedBeThere() {
        Site site = read();
        assertTrue(site.interfaces().isEmpty()
                && site.networks().isEmpty()
                && site.wrong().isEmpty());
        assertEquals("stateless-ram", site.method());
        assertEquals(base().resolve("perceus-os"), site.perceusOs());
        assertEquals(base().resolve("data/vnfs"), site.vnfsFolder());
    }

    @Test
    public void readsWhatTheContainerReads() throws IOException {
        write(
                "org.perceus.boot.interface-eth1.cfg",
                "device = eth1\naddress = 10.10.0.1\ndns = false\nhttpPort = 80\n");
        write("org.perceus.node.network-lab.cfg", "name = lab\nsubnet = 10.10.0.0/24\npool = 10.10.0.5 - 10.10.0.9\n");
        write("org.perceus.node.cfg", "setting.method = nfs-root\n");
        write("org.perceus.vnfs.cfg", "directory = /srv/vnfs\n");
        Site site = read();
        assertEquals(List.of(), site.wrong());
        ServedInterface served = site.interfaces().get(0);
        assertEquals(List.of(Ipv4.parse("10.10.0.1")), served.addresses());
        assertTrue(served.dhcp() == DhcpMode.FULL && !served.dns());
        assertEquals(80, served.httpPort());
        assertEquals(
                "10.10.0.5-10.10.0.9",
                site.networks().get(0).pool().orElseThrow().toString());
        assertEquals("nfs-root", site.method());
        assertEquals(Path.of("/srv/vnfs"), site.vnfsFolder());
    }

    @Test
    public void eachAddressOfADeviceIsLookedAt() throws IOException {
        write("org.perceus.boot.interface-eth1.cfg", "device = eth1\naddress = 10.10.0.1, 10.20.0.1\n");
        assertEquals(
                List.of(Optional.of(Ipv4.parse("10.10.0.1")), Optional.of(Ipv4.parse("10.20.0.1"))),
                Segments.of(read(), List.of(), Optional.empty()).stream()
                        .map(Segment::wanted)
                        .toList());
    }

    @Test
    public void anotherServerMayGiveTheAddresses() throws IOException {
        write("org.perceus.boot.interface-a.cfg", "device = eth1\ndhcp = Proxy\n");
        write("org.perceus.boot.interface-b.cfg", "device = eth2\ndhcp = false\n");
        write("org.perceus.boot.interface-c.cfg", "device = eth3\ndhcp = maybe\n");
        write("org.perceus.node.network-lab.cfg", "name = lab\nsubnet = 10.10.0.0/24\n");
        Site site = read();
        assertEquals(
                List.of(DhcpMode.PROXY, DhcpMode.EXTERNAL),
                site.interfaces().stream().map(ServedInterface::dhcp).toList());
        assertEquals(Optional.empty(), site.networks().get(0).pool());
        assertEquals(
                List.of(
                        "etc/org.perceus.boot.interface-c.cfg is not used: dhcp must be one of full, proxy, external, not"
                                + " 'maybe'"),
                site.wrong());
    }

    @Test
    public void saysWhatIsWrongAndGoesOn() throws IOException {
        write("org.perceus.boot.interface-a.cfg", "device = \n");
        write("org.perceus.node.network-b.cfg", "name = b\nsubnet = 10.0.0.0/33\npool = 1-2\n");
        write("org.perceus.node.network-c.cfg", "name = c\nsubnet = 10.0.0.0/24\npool = 10.1.0.1-10.1.0.2\n");
        assertEquals(
                List.of(
                        "etc/org.perceus.boot.interface-a.cfg is not used: device must name a network device such as eth1,"
                                + " not ''",
                        "etc/org.perceus.node.network-b.cfg is not used: '10.0.0.0/33' is not a subnet such as"
                                + " 10.10.0.0/24",
                        "etc/org.perceus.node.network-c.cfg is not used: its pool 10.1.0.1-10.1.0.2 is not in its subnet"
                                + " 10.0.0.0/24"),
                read().wrong());
    }

    @Test
    public void devicesAndNetworksAreBroughtTogether() throws IOException {
        write("org.perceus.node.network-lab.cfg", "name = lab\nsubnet = 10.10.0.0/24\npool = 10.10.0.5-10.10.0.9\n");
        Link link = new Link(
                "eth1",
                "",
                true,
                true,
                Optional.empty(),
                1500,
                List.of(new Link.Address(Ipv4.parse("10.10.0.1"), 24)),
                OptionalInt.empty());
        Segment segment =
                Segments.of(read(), List.of(link), Optional.of("eth1")).get(0);
        assertFalse(segment.configured());
        assertEquals("lab", segment.network().orElseThrow().name());
        assertEquals("none is configured", List.of(), Segments.of(read(), List.of(link), Optional.empty()));
    }

    private Path base() {
        return folder.getRoot().toPath();
    }

    private Site read() {
        return new Configuration(new Instance(base(), base(), base().resolve("etc"), base().resolve("data"))).read();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(base().resolve("etc"));
        Files.writeString(base().resolve("etc").resolve(name), text);
    }
}
