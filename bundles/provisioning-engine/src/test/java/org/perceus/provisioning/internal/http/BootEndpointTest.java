package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HttpAnswer;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.MemoryTest;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.internal.served.FakeInterface;

public class BootEndpointTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static final String SCRIPT = "/boot/mac/52-54-00-12-34-56/ipxe";

    private final FakeInterface dhcp = new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "http"));
    private HttpSite site;
    private BootEndpoint endpoint;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
        site.interfaces.bind(dhcp);
        endpoint = endpoint("console=ttyS0");
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void ipxeIsToldToLoadPerceusOs() throws Exception {
        StageOne os = site.os.stageOne().orElseThrow();
        assertEquals(
                """
                #!ipxe
                echo Perceus: n0001 loads Perceus OS
                kernel --name kernel http://10.10.0.1:9870/artifact/%s initrd=initramfs \
                perceus.server=http://10.10.0.1:9870 perceus.claim=%s perceus.mac=52:54:00:12:34:56 \
                perceus.vlan=${netX/ifname} perceus.ip=10.10.0.100/24 perceus.gateway=10.10.0.1 init_on_alloc=0 mitigations=off console=ttyS0 || goto failed
                initrd --name initramfs http://10.10.0.1:9870/artifact/%s || goto failed
                boot || goto failed
                :failed
                echo Perceus: Perceus OS could not be loaded, trying again in 10 seconds
                sleep 10
                reboot
                """
                        .formatted(
                                os.kernel().sha256(), site.claim, os.initramfs().sha256()),
                script());
        assertEquals("booting load Perceus OS: 1", site.lastLine());
    }

    @Test
    public void aMachineThatBootsNeedNotRestartAnyMore() throws Exception {
        site.registry.with(Samples.node("restart", "kexec", "boot-next", "rescue"));
        script();
        assertEquals(
                "{}",
                site.registry
                        .snapshot()
                        .node(Samples.MAC)
                        .orElseThrow()
                        .settings()
                        .toString());
    }

    @Test
    public void onlyTheSettingOpensAShell() throws Exception {
        assertFalse(script().contains("perceus.debug"));
        for (String value : List.of("no", "1", "YES", "yes please")) {
            site.registry.with(Samples.node("debug", value));
            assertFalse(value, script().contains("perceus.debug"));
        }
        site.registry.with(Samples.node("debug", "yes"));
        assertTrue(script(), script().contains(" perceus.debug=1 init_on_alloc=0"));
        site.registry.with(Samples.node("debug", "yes", "boot", "rescue"));
        assertTrue(script(), script().contains(" perceus.rescue=1 init_on_alloc=0"));
    }

    @Test
    public void whereThereAreSeveralCardsIpxeSaysWhichOneBoots() throws Exception {
        assertTrue(
                script(),
                script().contains(
                                " perceus.mac=52:54:00:12:34:56 perceus.vlan=${netX/ifname} perceus.ip=10.10.0.100/24 "));
        site.registry.with(Samples.withCards("52:54:00:00:00:98=10.10.0.120"));
        assertTrue(
                script(),
                script().contains(" perceus.mac=${netX/mac} perceus.vlan=${netX/ifname} perceus.ip=10.10.0.100/24 "));
        site.peer = Ipv4Address.parse("10.10.0.120");
        assertTrue(
                script(),
                script().contains(" perceus.mac=${netX/mac} perceus.vlan=${netX/ifname} perceus.ip=10.10.0.120/24 "));
    }

    @Test
    public void aVlanThatIsSetIsNotAskedOfIpxe() throws Exception {
        site.registry.with(Samples.node("boot-vlan", "12"));
        assertTrue(script(), script().contains(" perceus.mac=52:54:00:12:34:56 perceus.vlan=12 perceus.ip="));
    }

    @Test
    public void aMachineIsLeftToItsDisk() throws Exception {
        site.registry.with(Samples.node("boot-next", "disk"));
        assertEquals(
                """
                #!ipxe
                echo Perceus: n0001 starts from its disk
                iseq ${platform} efi || sanboot --no-describe --drive 0x80 ||
                exit
                """,
                script());
        assertEquals("booting start from its disk", site.lastLine());
    }

    @Test
    public void aMachineTestsItsMemory() throws Exception {
        site.registry.with(Samples.node("boot", "memtest"));
        MemoryTest test = site.os.stageOne().orElseThrow().memoryTest().orElseThrow();
        assertEquals(
                """
                #!ipxe
                echo Perceus: n0001 tests its memory
                iseq ${platform} efi && set test http://10.10.0.1:9870/artifact/%s || \
                set test http://10.10.0.1:9870/artifact/%s
                kernel --name memtest ${test} console=ttyS0 || goto failed
                boot || goto failed
                :failed
                echo Perceus: the memory test could not be loaded, trying again in 10 seconds
                sleep 10
                reboot
                """
                        .formatted(test.uefi().sha256(), test.bios().sha256()),
                script());
        assertEquals("booting test its memory: until somebody restarts it; see its console", site.lastLine());
    }

    @Test
    public void aReleaseWithoutMemoryTestSaysSo() throws Exception {
        var other = folder.newFolder().toPath();
        TestRelease.write(other, "2", TestRelease.PROGRAMS);
        endpoint = endpoint(TestRelease.open(other), "");
        site.registry.with(Samples.node("boot", "memtest"));
        String sentence = "the Perceus OS that is installed has no memory test: build it anew";
        String script = script();
        assertTrue(script, script.contains("echo Perceus: n0001: " + sentence + ", trying again in 10 seconds"));
        assertEquals("failed failed: " + sentence, site.lastLine());
    }

    @Test
    public void whatIsDoneOnceIsDoneInOneBoot() throws Exception {
        site.registry.with(Samples.node("boot-next", "rescue", "boot", "disk"));
        assertTrue(script(), script().contains(" perceus.rescue=1"));
        assertEquals(
                "the setting is spent",
                Map.of(new SettingKey("boot"), "disk"),
                site.registry.snapshot().node(Samples.MAC).orElseThrow().settings());
        assertTrue("iPXE may ask again", script().contains(" perceus.rescue=1"));
        site.tracker.record(new BootId(Samples.MAC, 2_000), NodeState.BOOTING, "firmware", "");
        assertTrue(script(), script().contains("starts from its disk"));
    }

    @Test
    public void whoeverIsNotTheNodeSpendsNothing() throws Exception {
        site.registry.with(Samples.node("boot-next", "rescue"));
        site.peer = Samples.LINK;
        assertFalse(HttpSite.text(get(SCRIPT)).body().contains("perceus.claim"));
        site.peer = Samples.ADDRESS;
        assertTrue(script(), script().contains(" perceus.rescue=1"));
    }

    @Test
    public void aPacketThatCameLateEndsNoClaim() throws Exception {
        String claim = claimOf(script());
        BootId late = site.tracker.firmware(Samples.MAC, Loader.PXE, 1, "PXE on BIOS");
        assertEquals(Optional.of(site.boot), site.claims.verify(claim, Bearer.STAGE_ONE));
        assertEquals("iPXE may ask again", Optional.of(late), site.claims.verify(claimOf(script()), Bearer.STAGE_ONE));
    }

    @Test
    public void theConfigurationCannotBreakTheLine() throws Exception {
        endpoint = endpoint(" console=tty0\nreboot\r\n");
        assertTrue(script(), script().contains(" console=tty0 reboot || goto failed\n"));
        assertEquals(9, script().lines().count());
    }

    @Test
    public void whoSaysNothingIsAskedForItsCard() {
        HttpAnswer.Text answer = (HttpAnswer.Text) get("/boot/ipxe");
        assertTrue(
                answer.body(),
                answer.body().contains("chain http://10.10.0.1:9870/boot/mac/${netX/mac:hexhyp}/ipxe ||"));
    }

    @Test
    public void whoIsTheMachineOfItsMacIsGivenTheClaimOfItsBoot() throws Exception {
        BootId began = site.tracker.firmware(Samples.MAC, Loader.PXE, 1, "PXE on BIOS");
        String script = script();
        String claim = claimOf(script);
        assertEquals(Optional.of(began), site.claims.verify(claim, Bearer.STAGE_ONE));
        assertEquals("booting load Perceus OS: 1", site.lastLine());
        assertTrue(
                script(),
                HttpSite.text(get("/boot/mac/52:54:00:12:34:56/ipxe")).body().contains("perceus.claim="));
    }

    @Test
    public void whereThisServerGivesTheAddressesABootBeginsByDhcp() throws Exception {
        site.tracker.record(site.boot, NodeState.READY, "ready", "");
        String script = script();
        assertFalse("a user of the node", script.contains("perceus.claim"));
        assertTrue(script, script.contains("without having asked this server for an address"));
        assertEquals("ready ready", site.lastLine().strip());
        BootId began = site.tracker.firmware(Samples.MAC, Loader.PXE, 1, "PXE on BIOS");
        script = script();
        String claim = claimOf(script);
        assertEquals(Optional.of(began), site.claims.verify(claim, Bearer.STAGE_ONE));
        assertEquals("iPXE may ask again", script, script());
    }

    @Test
    public void aBootByKexecIsNotForWhoAsks() throws Exception {
        site.tracker.record(site.boot, NodeState.READY, "ready", "");
        site.tracker.loads(site.tracker.kexec(Samples.MAC), "1", Optional.empty());
        assertFalse(script().contains("perceus.claim"));
    }

    @Test
    public void whoStartsFromItsDiskNeedsNoBootForThat() throws Exception {
        site.tracker.record(site.boot, NodeState.READY, "ready", "");
        site.registry.with(Samples.node("boot", "disk"));
        String script = script();
        assertTrue(script, script.contains("n0001 starts from its disk"));
        assertEquals("ready ready", site.lastLine().strip());
    }

    @Test
    public void whereAnotherServerDoesABootMayBeginWithIt() throws Exception {
        site.interfaces.unbind(dhcp);
        site.interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("proxy-dhcp", "http")));
        site.tracker.record(site.boot, NodeState.READY, "ready", "");
        assertTrue(script().contains("perceus.claim="));
    }

    @Test
    public void whoIsNotIsToldWhyAtItsConsole() throws Exception {
        site.peer = Samples.LINK;
        String script = script();
        assertTrue(
                script,
                script.contains("it asks from an address that this server did not give it (10.10.0.1), trying again"));
        assertFalse(script, script.contains("perceus.claim"));
    }

    @Test
    public void otherPathsAreNotThere() throws Exception {
        for (String path : List.of(
                "/boot/",
                "/boot/undionly.kpxe",
                "/boot//ipxe",
                "/boot/mac/52-54-00-12-34/ipxe",
                "/boot/mac/" + site.claim + "/ipxe",
                "/boot/" + site.claim + "/ipxe",
                SCRIPT + "/",
                SCRIPT + "\n",
                "/boot/mac/../ipxe")) {
            assertEquals(HttpAnswer.refused(404, "there is no such boot file"), get(path));
        }
    }

    @Test
    public void nobodyWritesAScript() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            HttpAnswer answer = endpoint.answer(site.request(method, SCRIPT));
            assertEquals(HttpAnswer.refused(405, "the script of a boot can only be read"), answer);
        }
        assertEquals(
                script(),
                HttpSite.text(endpoint.answer(site.request("HEAD", SCRIPT))).body());
    }

    @Test
    public void withoutNetworkOrPerceusOsIpxeTriesAgain() throws Exception {
        HttpAnswer refusal = HttpAnswer.refused(503, "the node has no network, or no Perceus OS is installed");
        site.registry.withoutNetworks();
        assertEquals(refusal, HttpSite.text(get(SCRIPT)));
        site = new HttpSite(folder.newFolder().toPath());
        site.interfaces.bind(dhcp);
        site.registry.clear();
        endpoint = endpoint("");
        assertTrue(script(), script().contains("it asks from an address that this server did not give it"));
        site.registry.with(Samples.node());
        endpoint = endpoint(TestRelease.missing(folder.getRoot().toPath()), "");
        assertEquals(refusal, HttpSite.text(get(SCRIPT)));
    }

    private BootEndpoint endpoint(String arguments) {
        return endpoint(site.os, arguments);
    }

    private BootEndpoint endpoint(InstalledPerceusOs os, String arguments) {
        return site.bootEndpoint(os, arguments);
    }

    private HttpAnswer get(String path) {
        return endpoint.answer(site.request("GET", path));
    }

    private String script() throws Exception {
        HttpAnswer.Text answer = HttpSite.text(get(SCRIPT));
        assertEquals(200, answer.status());
        return answer.body();
    }

    private static String claimOf(String script) {
        return script.replaceFirst("(?s).* perceus.claim=(\\S+) .*", "$1");
    }
}
