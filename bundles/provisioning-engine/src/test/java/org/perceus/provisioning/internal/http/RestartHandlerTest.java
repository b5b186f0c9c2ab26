package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HttpAnswer;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.os.StageOne;

public class RestartHandlerTest {
    private static final Pattern CLAIM = Pattern.compile("perceus.claim=([A-Za-z0-9_-]+)");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private HttpSite site;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
        site.claim = site.claims.issue(Bearer.AGENT, site.boot);
        post("event", "event=ready\nkernel=6.1.0\n");
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void whoSaysThatItLivesHearsWhatItShallDo() throws Exception {
        assertEquals(HttpAnswer.done(), post("event", "event=checkin\n"));
        tell("kexec");
        assertEquals(HttpAnswer.ok("#!perceus restart kexec\n"), post("event", "event=checkin\n"));
        tell("firmware");
        assertEquals(HttpAnswer.ok("#!perceus restart firmware\n"), post("event", "event=checkin\n"));
        tell("banana");
        assertEquals(HttpAnswer.done(), post("event", "event=checkin\n"));
    }

    @Test
    public void aRestartIsDoneOnce() throws Exception {
        tell("firmware");
        assertEquals(HttpAnswer.ok("#!perceus firmware\n"), post("restart", "how=firmware\n"));
        assertEquals(HttpAnswer.done(), post("event", "event=checkin\n"));
        // the answer was lost
        assertEquals(HttpAnswer.ok("#!perceus firmware\n"), post("restart", "how=firmware\n"));
    }

    @Test
    public void aVlanGoesAlongUnlessItIsNone() throws Exception {
        tell("kexec");
        for (String vlan : List.of("12", "4094")) {
            String answer = post("restart", "how=kexec\nvlan=" + vlan + "\n").body();
            assertTrue(answer, answer.contains(" perceus.vlan=" + vlan + " "));
        }
        for (String none : List.of("", "0", "net0-12", "12 rdinit=/bin/sh")) {
            String answer = post("restart", "how=kexec\nvlan=" + none + "\n").body();
            assertFalse(answer, answer.contains("vlan"));
        }
    }

    @Test
    public void perceusOsIsEnteredWithAClaimOfANewBoot() throws Exception {
        tell("kexec");
        String answer = post("restart", "how=kexec\nmac=" + Samples.MAC + "\n").body();
        StageOne os = site.os.stageOne().orElseThrow();
        Matcher claim = CLAIM.matcher(answer);
        assertTrue(answer, claim.find());
        assertEquals(
                """
                #!perceus kexec
                tools %s %d
                kernel %s %d
                initramfs %s %d
                arguments perceus.server=http://10.10.0.1:9870 perceus.claim=%s perceus.mac=52:54:00:12:34:56 \
                perceus.ip=10.10.0.100/24 perceus.gateway=10.10.0.1 init_on_alloc=0 mitigations=off console=ttyS0
                #!perceus end
                """
                        .formatted(
                                os.tools().get("kexec").sha256(),
                                os.tools().get("kexec").size(),
                                os.kernel().sha256(),
                                os.kernel().size(),
                                os.initramfs().sha256(),
                                os.initramfs().size(),
                                claim.group(1)),
                answer);
        BootId next = site.claims.verify(claim.group(1), Bearer.STAGE_ONE).orElseThrow();
        assertTrue(next.startedMillis() > site.boot.startedMillis());
        assertEquals("booting load Perceus OS: 1", site.lastLine());
        assertEquals(Optional.empty(), told());
    }

    @Test
    public void aDirectStartGoesByKexecToo() throws Exception {
        site.hardware.report(Samples.MAC, "4 CPU (1x4x1), 8.0 GiB RAM, BIOS, 0 disks");
        site.registry.with(Samples.node(
                "restart", "kexec", "capsule", "debian-12", "direct-start", "yes", "kernel-args", "quiet a=b"));
        String answer = post("restart", "how=kexec\nmac=" + Samples.MAC + "\n").body();
        StageOne os = site.os.stageOne().orElseThrow();
        Matcher path = Pattern.compile("/boot/([^/]*)/direct/").matcher(answer);
        assertTrue(answer, path.find());
        assertEquals(
                """
                #!perceus kexec-direct
                claim %s
                tools %s %d
                kernel %s 8
                archive /boot/%s/direct/%s/%s/52:54:00:12:34:56
                root %s 90
                initramfs %s %d
                arguments rdinit=/.perceus/direct quiet a=b
                #!perceus end
                """
                        .formatted(
                                path.group(1),
                                os.tools().get("kexec").sha256(),
                                os.tools().get("kexec").size(),
                                "a".repeat(64),
                                path.group(1),
                                "a".repeat(64),
                                "b".repeat(64),
                                "b".repeat(64),
                                os.tools().get("direct").sha256(),
                                os.tools().get("direct").size()),
                answer);
        assertTrue(site.claims.verify(path.group(1), Bearer.STAGE_ONE).isPresent());
        assertEquals("booting load its own system: with Perceus OS 1", site.lastLine());
    }

    @Test
    public void theBootBeforeGoesOnUntilPerceusOsRuns() throws Exception {
        tell("kexec");
        post("restart", "how=kexec\n");
        assertEquals(HttpAnswer.done(), post("event", "event=leaving\nhow=restart\nmessage=by kexec\n"));
        assertTrue(
                site.journal.lines(Samples.MAC).toString(),
                site.journal.lines(Samples.MAC).contains("off off: it restarts: by kexec"));
    }

    @Test
    public void whatTheFirmwareStartsIsNotForKexec() throws Exception {
        for (String choice : new String[] {"disk", "memtest"}) {
            site.registry.with(Samples.node("boot", choice, "restart", "kexec"));
            assertFirmware("its next boot is for " + choice + ", which the firmware starts");
            site.registry.with(Samples.node("boot-next", choice, "restart", "kexec"));
            assertFirmware("its next boot is for " + choice + ", which the firmware starts");
            assertEquals(
                    Optional.of(choice),
                    Optional.ofNullable(site.registry
                            .snapshot()
                            .node(Samples.MAC)
                            .orElseThrow()
                            .settings()
                            .get(NodeSettings.BOOT_NEXT)));
        }
    }

    @Test
    public void aRescueIsSpentByKexecToo() throws Exception {
        site.registry.with(Samples.node("boot-next", "rescue", "restart", "kexec"));
        String answer = post("restart", "how=kexec\n").body();
        assertTrue(answer, answer.contains(" perceus.rescue=1 "));
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
    public void fromAnAddressThatIsNotTheNodesItGoesByTheFirmware() throws Exception {
        tell("kexec");
        site.peer = Ipv4Address.parse("10.10.0.99");
        assertFirmware("10.10.0.99 is no address of the node in a network of the registry");
    }

    @Test
    public void aCardOfAnotherMachineCountsForNothing() throws Exception {
        String answer = post("restart", "how=kexec\nmac=52:54:00:99:99:99\n").body();
        assertTrue(answer, answer.contains(" perceus.mac=" + Samples.MAC + " "));
    }

    @Test
    public void whatCannotBeSpentIsNotDone() throws Exception {
        tell("kexec");
        site.registry.setWith(CompletableFuture.completedFuture(new ChangeResult.Rejected("the disk is full")));
        assertEquals(HttpAnswer.refused(409, "restart is still set: the disk is full"), post("restart", "how=kexec\n"));
    }

    @Test
    public void onlyTheAgentOfTheNewestBootMayAsk() throws Exception {
        assertEquals(400, post("restart", "how=x\n").status());
        assertEquals(400, post("restart", "").status());
        assertEquals(400, post("restart", "how=kexec\nmac=banana\n").status());
        site.claim = site.claims.issue(Bearer.STAGE_ONE, new BootId(Samples.MAC, 9_000_000_000_000L));
        assertEquals(403, post("restart", "how=kexec\n").status());
        site.claim = "x".repeat(40);
        assertEquals(403, post("restart", "how=kexec\n").status());
    }

    private void assertFirmware(String why) throws Exception {
        assertEquals(HttpAnswer.ok("#!perceus firmware " + why + "\n"), post("restart", "how=kexec\n"));
        assertEquals(Optional.empty(), told());
    }

    private HttpAnswer.Text post(String what, String body) throws Exception {
        return site.post("/node/" + what, body);
    }

    private void tell(String way) {
        site.registry.with(Samples.node("restart", way));
    }

    private Optional<String> told() {
        return Optional.ofNullable(site.registry
                .snapshot()
                .node(Samples.MAC)
                .orElseThrow()
                .settings()
                .get(NodeSettings.RESTART));
    }
}
