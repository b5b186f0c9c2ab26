package org.perceus.doctor.up;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.doctor.Fakes;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.check.network.FakeWire;
import org.perceus.doctor.program.RefusedException;
import org.perceus.doctor.site.Configuration;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.Instance;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Links;
import org.perceus.doctor.wire.DhcpOffer;
import org.perceus.doctor.wire.PermissionNeededException;
import org.perceus.doctor.wire.Wire;

public class UpTest {
    private static final String ETH1 = "[{\"ifname\": \"eth1\", \"flags\": [\"UP\", \"LOWER_UP\"], \"mtu\": 1500,"
            + " \"addr_info\": [{\"family\": \"inet\", \"local\": \"10.10.0.1\", \"prefixlen\": 24}]}]";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Fakes.Programs programs = new Fakes.Programs()
            .print("addr show", ETH1)
            .print("show default dev eth1", "default via 10.10.0.254 proto static \n");
    private final FakeWire quiet = new FakeWire();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Wire wire = quiet;

    @Test
    public void aloneItDoesAll() throws Exception {
        up("", "eth1", "--yes");
        assertEquals("device = eth1\ndhcp = full\n", content("org.perceus.boot.interface-eth1.cfg"));
        assertEquals(
                "name = eth1\nsubnet = 10.10.0.0/24\npool = 10.10.0.128-10.10.0.253\nrouter = 10.10.0.254\n",
                content("org.perceus.node.network-eth1.cfg"));
        assertTrue(printed(), printed().contains("no DHCP server gives addresses on eth1: Perceus gives them"));
        assertTrue(printed(), printed().contains("starting the container: " + folder.getRoot() + "/bin/start\n"));
        assertTrue(printed(), printed().endsWith("started; next: perceus doctor eth1\n"));
        assertEquals(List.of(), site().wrong());
    }

    @Test
    public void startsNothingUnlessItIsToAndAllowedTo() throws Exception {
        up("", "eth1", "--yes", "--no-start");
        assertTrue(printed(), printed().endsWith("bin/start, then perceus doctor eth1\n"));
        up("", "eth1");
        up("", "eth1", "--yes", "--no-start");
        up("", "eth1", "--yes", "--dry-run");
        assertEquals("nothing was started", refused("n\n", "eth1", "--terminal"));
        assertFalse(printed(), printed().contains("starting"));
        up("y\n", "eth1", "--terminal");
        assertTrue(printed(), printed().contains("is up already") && printed().contains("Start the container? [y/N]"));
        assertTrue(printed(), printed().endsWith("started; next: perceus doctor eth1\n"));
    }

    @Test
    public void systemdStartsWhatIsItsOwn() throws Exception {
        programs.print("is-enabled --quiet perceus.service", "")
                .print("cat perceus.service", "ExecStart=/opt/other/bin/karaf server\n");
        up("", "eth1", "--yes");
        assertTrue(printed(), printed().contains("starting the container: " + folder.getRoot() + "/bin/start\n"));
        programs.print("cat perceus.service", "ExecStart=" + folder.getRoot() + "/bin/karaf server\n")
                .fail("systemctl start perceus.service");
        assertEquals("the container did not start: no", refused("", "eth1", "--yes"));
        assertTrue(printed(), printed().endsWith("starting the container: systemctl start perceus.service\n"));
    }

    @Test
    public void besideAnotherServerItIsAProxy() throws Exception {
        quiet.offers = Map.of(Wire.Client.MACHINE, List.of(offer(false, "")));
        programs.print("info --json", "{}");
        up("", "eth1", "--yes");
        assertEquals("device = eth1\ndhcp = proxy\n", content("org.perceus.boot.interface-eth1.cfg"));
        assertEquals(
                "name = eth1\nsubnet = 10.10.0.0/24\nrouter = 10.10.0.254\n",
                content("org.perceus.node.network-eth1.cfg"));
        assertTrue(
                printed(),
                printed().startsWith("the DHCP server 10.10.0.2 (card 02:00:00:00:00:07) gives addresses on eth1"));
        assertTrue(printed(), printed().contains("the container that runs takes it over at once"));
    }

    @Test
    public void whatIsAskedForIsDoneAndItsPriceSaid() throws Exception {
        quiet.offers = Map.of(Wire.Client.BIOS, List.of(offer(false, "x.0")));
        up("", "eth1", "--dry-run", "--full", "--pool", "10.10.0.20-10.10.0.30");
        assertTrue(
                printed(),
                printed().contains("and so would Perceus") && printed().contains("boot too, x.0: take"));
        assertTrue(printed(), printed().contains("pool = 10.10.0.20-10.10.0.30"));
        assertTrue(refused("", "eth1", "--pool", "10.10.0.20-10.10.0.30").startsWith("--pool is for a network where"));
        quiet.offers = Map.of();
        up("", "eth1", "--dry-run", "--proxy");
        assertTrue(printed(), printed().contains("yet: with dhcp = proxy nodes wait until one does"));
        assertNothingWritten();
    }

    @Test
    public void asksBeforeItWrites() throws Exception {
        assertEquals(
                "nothing was written, as nobody can be asked without a terminal: add --yes", refused("y\n", "eth1"));
        assertEquals("nothing was written", refused("\n", "eth1", "--terminal"));
        assertEquals("nothing was written", refused("", "eth1", "--terminal"));
        assertNothingWritten();
        up("y\n", "eth1", "--terminal");
        assertTrue(Files.exists(etc().resolve("org.perceus.boot.interface-eth1.cfg")));
    }

    @Test
    public void whatIsThereStays() throws Exception {
        up("", "eth1", "--yes");
        up("", "eth1", "--yes", "--proxy");
        assertTrue(printed(), printed().contains("eth1 is up already: "));
        assertEquals("device = eth1\ndhcp = full\n", content("org.perceus.boot.interface-eth1.cfg"));
        Files.delete(etc().resolve("org.perceus.node.network-eth1.cfg"));
        String refused = refused("", "eth1", "--yes");
        assertTrue(refused, refused.contains("interface-eth1.cfg is there already") && refused.contains("not overwr"));
        assertFalse(Files.exists(etc().resolve("org.perceus.node.network-eth1.cfg")));
    }

    @Test
    public void anotherFileMaySayItAlready() throws Exception {
        Files.createDirectories(etc());
        Files.writeString(etc().resolve("org.perceus.node.network-lab.cfg"), "name = lab\nsubnet = 10.10.0.0/16\n");
        assertTrue(refused("", "eth1", "--yes").contains("network-lab.cfg is there already"));
        Files.writeString(etc().resolve("org.perceus.boot.interface-lab.cfg"), "device = eth1\n");
        up("", "eth1", "--yes");
        assertTrue(printed(), printed().contains("eth1 is up already"));
    }

    @Test
    public void saysWhatTheDeviceLacks() throws Exception {
        assertEquals("there is no device eth7: ip -br link shows which are", refused("", "eth7"));
        programs.print("addr show", ETH1.replace("\"UP\", \"LOWER_UP\"", ""));
        assertEquals("eth1 is switched off: ip link set eth1 up", refused("", "eth1"));
        programs.print("addr show", ETH1.replace("\"inet\"", "\"inet6\""));
        assertEquals("eth1 has no IPv4 address: ip addr add ADDRESS/24 dev eth1", refused("", "eth1"));
    }

    @Test
    public void needsRootAndThePort() throws Exception {
        quiet.offers = Map.of(Wire.Client.MACHINE, List.of(offer(true, "")));
        assertTrue(refused("", "eth1", "--yes").startsWith("a DHCP server of this machine itself answers on eth1"));
        wire = new Wire() {
            @Override
            public Map<Client, List<DhcpOffer>> discover(String device, Set<Client> clients) throws IOException {
                throw new PermissionNeededException();
            }

            @Override
            public Map<Ipv4, Set<Mac>> owners(String device, Collection<Ipv4> addresses) {
                return Map.of();
            }

            @Override
            public Set<Mac> spanningTree(String device) {
                return Set.of();
            }
        };
        assertTrue(refused("", "eth1", "--yes").endsWith("sudo perceus up eth1"));
    }

    private static DhcpOffer offer(boolean own, String file) {
        Ipv4 other = Ipv4.parse("10.10.0.2");
        Mac card = new Mac("02:00:00:00:00:07");
        return new DhcpOffer(other, card, own, Ipv4.parse("10.10.0.150"), file.isEmpty() ? Ipv4.NONE : other, file);
    }

    private String refused(String typed, String... words) {
        return assertThrows(RefusedException.class, () -> up(typed, words)).getMessage();
    }

    private void up(String typed, String... words) throws Exception {
        Site site = site();
        new Up(
                        site,
                        new Links(programs),
                        wire,
                        new Container(programs, site),
                        new Starter(programs, site),
                        new BufferedReader(new StringReader(typed)),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(Wish.read(List.of(words)));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Site site() {
        Path base = folder.getRoot().toPath();
        return new Configuration(new Instance(base, base, etc(), base.resolve("data"))).read();
    }

    private Path etc() {
        return folder.getRoot().toPath().resolve("etc");
    }

    private String content(String file) throws IOException {
        return Files.readString(etc().resolve(file));
    }

    private void assertNothingWritten() {
        assertFalse(Files.exists(etc()));
    }
}
