package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HttpAnswer;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.internal.served.FakeInterface;

/** When a node's own system is loaded at once, and by what. */
public class DirectStartsTest {
    private static final String MACHINE = "4 CPU (1x4x1), 8.0 GiB RAM, BIOS, 0 disks";
    private static final String KERNEL = "a".repeat(64);
    private static final String ROOT = "b".repeat(64);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private HttpSite site;
    private BootEndpoint endpoint;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
        site.interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "http")));
        endpoint = site.bootEndpoint(site.os, "quiet");
        site.hardware.report(Samples.MAC, MACHINE);
        wants();
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    /** Settings of the node besides those that let it start directly. */
    private void wants(String... settings) {
        site.registry.with(Samples.node(
                Stream.concat(Stream.of("capsule", "debian-12", "direct-start", "yes"), Stream.of(settings))
                        .toArray(String[]::new)));
    }

    private HttpAnswer.Text get(String path) throws Exception {
        return HttpSite.text(endpoint.answer(site.request("GET", path)));
    }

    private String script() throws Exception {
        HttpAnswer.Text answer = get("/boot/mac/52-54-00-12-34-56/ipxe");
        assertEquals(200, answer.status());
        return answer.body();
    }

    private boolean isDirect() throws Exception {
        return script().contains(" rdinit=/.perceus/direct ");
    }

    private String direct(String card) {
        return "/boot/" + site.claim + "/direct/" + KERNEL + "/" + ROOT + "/" + card;
    }

    @Test
    public void theSystemOfTheNodeIsLoadedWithPerceusOsBehindIt() throws Exception {
        wants("kernel-args", "console=ttyS0,115200 a=b");
        assertEquals(
                """
                #!ipxe
                echo Perceus: n0001 loads its system
                kernel --name kernel http://10.10.0.1:9870/artifact/%s/%s initrd=boot initrd=root initrd=os \
                rdinit=/.perceus/direct console=ttyS0,115200 a=b || goto failed
                initrd --name boot http://10.10.0.1:9870%s || goto failed
                initrd --name root http://10.10.0.1:9870/artifact/%s/%s || goto failed
                initrd --name os http://10.10.0.1:9870/artifact/%s || goto failed
                boot || goto failed
                :failed
                echo Perceus: the system could not be loaded, trying again in 10 seconds
                sleep 10
                reboot
                """
                        .formatted(
                                site.claim,
                                KERNEL,
                                direct("52:54:00:12:34:56/${netX/ifname}"),
                                site.claim,
                                ROOT,
                                site.os
                                        .stageOne()
                                        .orElseThrow()
                                        .tools()
                                        .get("direct")
                                        .sha256()),
                script());
        assertEquals("booting load its own system: with Perceus OS 1", site.lastLine());
        assertFalse(script(), script().contains("perceus.claim"));
    }

    @Test
    public void perceusOsComesFirstWhereItHasToFindOutWhatIsTheMatter() throws Exception {
        assertTrue(isDirect());
        for (String[] settings : List.of(
                new String[] {"direct-start", "no"},
                new String[] {"debug", "yes"},
                new String[] {"boot", "none"},
                new String[] {"boot-next", "rescue"},
                new String[] {"capsule", "missing"},
                new String[] {"kernel-args", "rdinit=/bin/sh"},
                new String[] {"kernel-args", "quiet initrd=other"},
                new String[] {"kernel-args", "a=${net0/mac}"},
                new String[] {"kernel-args", "a || shell"},
                new String[] {"kernel-args", "a=" + "b".repeat(1600)})) {
            wants(settings);
            assertFalse(String.join("=", settings), isDirect());
            assertTrue(script(), script().contains("loads Perceus OS") || script().contains("rescue"));
        }
        wants();
        endpoint = site.bootEndpoint(TestRelease.installed(folder.newFolder().toPath(), "tools-kexec"), "");
        assertFalse("a release of before", isDirect());
    }

    @Test
    public void aMachineThatIsNotKnownRunsPerceusOs() throws Exception {
        site = new HttpSite(folder.newFolder().toPath());
        endpoint = site.bootEndpoint(site.os, "");
        wants();
        assertFalse(isDirect());
        assertEquals("booting load Perceus OS: 1, as its machine is not known yet", site.lastLine());
    }

    @Test
    public void whatPerceusOsMustKnowIsAnArchive() throws Exception {
        String archive = get(direct("52-54-00-12-34-56")).body();
        assertEquals(0, archive.length() % 4);
        assertEquals(archive.length(), archive.getBytes(StandardCharsets.UTF_8).length);
        assertTrue(archive, archive.startsWith("07070100000000000041ed0000"));
        assertTrue(archive, archive.contains("07070100000000000081800000"));
        assertTrue(archive, archive.contains(".perceus/os/arguments\0"));
        assertTrue(
                archive,
                archive.contains("perceus.server=http://10.10.0.1:9870 perceus.claim=" + site.claim
                        + " perceus.mac=52:54:00:12:34:56 perceus.ip=10.10.0.100/24 perceus.gateway=10.10.0.1 "));
        assertTrue(archive, archive.contains(" perceus.loaded=" + KERNEL + "," + ROOT + "\n"));
        assertTrue(archive, archive.contains("TRAILER!!!"));
    }

    @Test
    public void theVlanThatIpxeBootsByGoesAlong() throws Exception {
        assertTrue(get(direct("52-54-00-12-34-56/net0-12"))
                .body()
                .contains(" perceus.mac=52:54:00:12:34:56 perceus.vlan=net0-12 perceus.ip="));
        // an iPXE that knows no names of cards puts nothing there
        assertFalse(get(direct("52-54-00-12-34-56/")).body().contains("vlan"));
    }

    @Test
    public void itIsForTheNodeAlone() throws Exception {
        assertTrue(
                "a card of others is none",
                get(direct("52:54:00:00:00:98")).body().contains("perceus.mac=52:54:00:12:34:56 "));
        site.peer = Ipv4Address.parse("10.10.0.101");
        assertEquals(403, get(direct("52:54:00:12:34:56")).status());
        site.peer = Samples.ADDRESS;
        String agent = site.claims.issue(Bearer.AGENT, site.boot);
        assertEquals(
                403, get(direct("52:54:00:12:34:56").replace(site.claim, agent)).status());
        for (String wrong : List.of("", "52:54:00:12:34", "52:54:00:12:34:56/net0/x", "52:54:00:12:34:56x")) {
            assertEquals(wrong, 404, get(direct(wrong)).status());
        }
    }

    @Test
    public void whatDidNotBecomeReadyThatWayIsNotTriedAgain() throws Exception {
        assertTrue(isDirect());
        assertTrue("iPXE may ask twice", isDirect());
        site.bootsAgain();
        assertFalse("the boot before is not ready", isDirect());
        assertEquals(
                "booting load Perceus OS: 1, as its own system did not become ready when it was loaded at once",
                site.lastLine());
        site.bootsAgain();
        assertFalse("nor is it by now", isDirect());
    }

    @Test
    public void whatBecameReadyThatWayIsStartedSoAgain() throws Exception {
        assertTrue(isDirect());
        site.journal.prove(site.boot, before -> "");
        site.tracker.record(site.boot, NodeState.READY, "ready", "");
        site.bootsAgain();
        assertTrue(isDirect());
    }
}
