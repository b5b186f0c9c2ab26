package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.boot.HttpAnswer;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;

public class EventHandlerTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private HttpSite site;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void perceusOsTellsItsSteps() throws Exception {
        assertTaken("provisioning fetch the root", "event=step\nname=fetch the root\n");
        assertTaken("provisioning fetch the root: 40 %", "event=progress\nname=fetch the root\npercent=40\n");
        int lines = site.journal.lines(Samples.MAC).size();
        assertTaken("provisioning fetch the root: 100 %", "event=progress\nname=fetch the root\npercent=9999\n");
        assertEquals(lines, site.journal.lines(Samples.MAC).size());
        assertTaken("provisioning fetch the root: 0 %", "event=progress\nname=fetch the root\npercent=-4\n");
        assertTaken("starting start the second OS", "event=entering\n");
    }

    @Test
    public void whatWasToBeDoneOnceIsNotSetAnyMore() throws Exception {
        site.registry.with(Samples.node("reinstall", "yes", "capsule", "debian-12"));
        assertEquals(
                204, site.post("/node/event", "event=done\nsetting=reinstall\n").status());
        assertEquals(
                "{capsule=debian-12}",
                site.registry.snapshot().node(Samples.MAC).get().settings().toString());
        assertEquals(
                400, site.post("/node/event", "event=done\nsetting=capsule\n").status());
    }

    @Test
    public void progressOfAStepThatIsOverComesTooLate() throws Exception {
        assertTaken("provisioning fetch the root", "event=step\nname=fetch the root\n");
        assertTaken("starting start the second OS", "event=entering\n");
        assertTaken("starting start the second OS", "event=progress\nname=fetch the root\npercent=99\n");
    }

    @Test
    public void aFailureEndsTheBootAndItsClaim() throws Exception {
        assertTaken("failed failed: the root has another hash", "event=failed\nmessage=the root has another hash\n");
        assertTrue(site.journal.latest(Samples.MAC).orElseThrow().ended().isPresent());
        assertEquals(
                HttpAnswer.refused(403, "the claim is wrong, or its boot is over"),
                site.post("/node/event", "event=step\nname=more\n"));
    }

    @Test
    public void whatFailsAndMayIsALineOfABootThatGoesOn() throws Exception {
        assertTaken(
                "provisioning trouble: the script init 10-x failed",
                "event=trouble\nmessage=the script init 10-x failed\n");
        assertTaken("provisioning load the kernel", "event=step\nname=load the kernel\n");
        assertTrue(site.journal.latest(Samples.MAC).orElseThrow().ended().isEmpty());
    }

    @Test
    public void theAgentTellsThatTheNodeIsReady() throws Exception {
        becomeAgent();
        assertTaken("ready ready: Linux 6.1.0, sshd failed", "event=ready\nkernel=6.1.0\nmessage=sshd failed\n");
        assertTaken("ready ready: Linux 6.1.0, sshd failed", "event=ready\nkernel=6.1.0\n");
        assertTaken("ready ready: Linux 6.1.0, sshd failed", "event=checkin\nuptime=60\nload=0.1\n");
        assertTrue(site.journal.contact(Samples.MAC).isPresent());
    }

    @Test
    public void aClockThatIsFarOffIsSaid() throws Exception {
        becomeAgent();
        site.post("/node/event", "event=ready\nkernel=6.1.0\nclock=946684800\n");
        assertTrue(
                site.lastLine(),
                site.lastLine().matches("ready ready: Linux 6.1.0, the clock is \\d+ days behind the server's"));
    }

    @Test
    public void readyNeedsNoWords() throws Exception {
        becomeAgent();
        assertTaken("ready ready: sshd failed", "event=ready\nmessage=sshd failed\n");
    }

    @Test
    public void theAgentTellsThatTheSystemIsShutDown() throws Exception {
        becomeAgent();
        assertTaken("ready ready: Linux 6.1.0", "event=ready\nkernel=6.1.0\n");
        assertTaken("off off: it restarts", "event=leaving\nhow=restart\n");
        assertTaken("ready ready: Linux 6.1.0", "event=ready\nkernel=6.1.0\n");
        assertTaken("off off: it was shut down", "event=leaving\nhow=halt\n");
        assertMissing("how", "event=leaving\n");
        assertEquals(400, site.post("/node/event", "event=leaving\nhow=x\n").status());
    }

    @Test
    public void aShellThatIsOpenIsNoProvisioning() throws Exception {
        String open = "waiting rescue: a shell is open on its console";
        assertTaken(open, "event=rescue\n");
        int lines = site.journal.lines(Samples.MAC).size();
        assertTaken(open, "event=rescue\n");
        assertEquals(lines, site.journal.lines(Samples.MAC).size());
    }

    @Test
    public void aNodeEntersStatesOfTheSite() throws Exception {
        becomeAgent();
        assertTaken("ready ready: Linux 6.1.0", "event=ready\nkernel=6.1.0\n");
        assertTaken("ready state: x-drain", "event=state\nname=x-drain\n");
        assertTaken("ready state: x-idle: it failed", "event=state\nname=x-idle\nmessage=it failed\n");
        for (String name : List.of("ready", "x-", "x-A", "drain", "x-a b")) {
            assertEquals(
                    name,
                    400,
                    site.post("/node/event", "event=state\nname=" + name + "\n").status());
        }
        for (int i = 0; i < 100; i++) {
            site.post("/node/event", "event=state\nname=x-drain-" + i + "\n");
        }
        assertEquals("ready state: x-drain-99", site.lastLine());
        assertTrue(site.journal.lines(Samples.MAC).size() < 30);
    }

    @Test
    public void theAgentMayFail() throws Exception {
        becomeAgent();
        assertTaken("failed failed: no network", "event=failed\nmessage=no network\n");
        assertTaken("failed failed: no network", "event=checkin\n");
    }

    @Test
    public void theAgentOfAnEarlierBootIsRefused() throws Exception {
        becomeAgent();
        assertTaken("booting load Perceus OS: 1", "event=checkin\n");
        BootId next = new BootId(Samples.MAC, 2_000);
        site.tracker.record(next, NodeState.BOOTING, "firmware", "");
        assertEquals(
                "a packet ends nothing",
                204,
                site.post("/node/event", "event=checkin\n").status());
        site.journal.prove(next);
        assertEquals(403, site.post("/node/event", "event=checkin\n").status());
    }

    @Test
    public void aPacketThatCameLateEndsNoBoot() throws Exception {
        assertTaken("provisioning fetch the root", "event=step\nname=fetch the root\n");
        site.tracker.record(new BootId(Samples.MAC, 2_000), NodeState.BOOTING, "firmware", "PXE");
        assertTaken("starting start the second OS", "event=entering\n");
        becomeAgent();
        assertTaken("ready ready: Linux 6.1.0", "event=ready\nkernel=6.1.0\n");
        assertEquals(site.boot, site.journal.latest(Samples.MAC).orElseThrow().id());
    }

    @Test
    public void whoeverWasTheNextToAskProvesNothingFromAnotherAddress() throws Exception {
        site.peer = Samples.LINK;
        assertEquals(
                HttpAnswer.refused(403, "the claim was given to another address, or its node was deleted"),
                site.post("/node/event", "event=step\nname=fetch the root\n"));
        assertTrue(site.journal.latest(Samples.MAC).isEmpty());
        site.peer = Samples.ADDRESS;
        assertTaken("provisioning fetch the root", "event=step\nname=fetch the root\n");
        becomeAgent();
        site.peer = Samples.LINK;
        assertTaken("ready ready: Linux 6.1.0", "event=ready\nkernel=6.1.0\n");
    }

    @Test
    public void whatTheRegistryRefusesIsNotAcknowledged() throws Exception {
        site.registry.setWith(CompletableFuture.completedStage(new ChangeResult.Rejected("the group has it too")));
        assertEquals(
                HttpAnswer.refused(409, "reinstall is still set: the group has it too"),
                site.post("/node/event", "event=done\nsetting=reinstall\n"));
        site.registry.setWith(CompletableFuture.failedStage(new IllegalStateException("too many changes wait")));
        assertEquals(
                HttpAnswer.refused(503, "the event could not be written now: send it again"),
                site.post("/node/event", "event=done\nsetting=reinstall\n"));
    }

    @Test
    public void anEventThatIsNotTakenIsRefused() throws Exception {
        becomeAgent();
        HttpAnswer refusal =
                HttpAnswer.refused(409, "the event was not taken: its boot is over, or has too many events");
        assertTaken("ready ready: Linux 6.1.0", "event=ready\nkernel=6.1.0\n");
        assertEquals(refusal, site.post("/node/event", "event=failed\nmessage=too late\n"));
        assertTaken("off off: it was shut down", "event=leaving\nhow=halt\n");
        assertTaken("off off: it was shut down", "event=leaving\nhow=halt\n");
    }

    @Test
    public void neitherSendsTheOthersEvents() throws Exception {
        for (String event : List.of("ready", "checkin", "", "other", "STEP")) {
            assertEquals(
                    400,
                    site.post("/node/event", "event=" + event + "\nname=x\n").status());
        }
        assertEquals(
                HttpAnswer.refused(400, "'ready' is not an event that the bearer of this claim may send"),
                site.post("/node/event", "event=ready\n"));
        becomeAgent();
        for (String event : List.of("step", "progress", "entering")) {
            assertEquals(
                    400,
                    site.post("/node/event", "event=" + event + "\nname=x\n").status());
        }
        assertEquals("booting load Perceus OS: 1", site.lastLine());
    }

    @Test
    public void whatIsMissingIsNamed() throws Exception {
        assertMissing("event", "");
        assertMissing("name", "event=step\n");
        assertMissing("name", "event=progress\npercent=1\n");
        assertMissing("message", "event=failed\nmessage=\n");
        assertMissing("message", "event=failed\nmessage=\u0007\u009b\u202e\n");
        becomeAgent();
        assertMissing("message", "event=failed\n");
        assertEquals("booting load Perceus OS: 1", site.lastLine());
    }

    @Test
    public void hostileWordsAreCleaned() throws Exception {
        assertTaken("provisioning a [31mb  c", "event=step\nname=\u001ba\u001b[31mb\r\u0085c\u202e\n");
        site.post("/node/event", "event=failed\nmessage=" + "m".repeat(60_000) + "\n");
        assertEquals("failed failed: ".length() + 500, site.lastLine().length());
    }

    @Test
    public void theAnswerWaitsUntilTheEventIsDurable() throws Exception {
        CompletableFuture<Void> disk = new CompletableFuture<>();
        site.journal.durableWith(disk);
        HttpAnswer answer = event("event=entering\n");
        CompletableFuture<HttpAnswer> later =
                ((HttpAnswer.Later) answer).answer().toCompletableFuture();
        assertFalse(later.isDone());
        disk.complete(null);
        assertEquals(HttpAnswer.done(), later.get());
    }

    @Test
    public void aStoreThatFailsIsNoAcknowledgement() throws Exception {
        site.journal.durableWith(CompletableFuture.failedFuture(new IllegalStateException("disk")));
        assertEquals(
                HttpAnswer.refused(503, "the event could not be written now: send it again"),
                site.post("/node/event", "event=entering\n"));
    }

    private HttpAnswer event(String body) {
        return site.nodes.answer(
                site.request("POST", "/node/event", Optional.of(site.claim), body.getBytes(StandardCharsets.UTF_8)));
    }

    private void becomeAgent() {
        site.claim = site.claims.issue(Bearer.AGENT, site.boot);
    }

    private void assertTaken(String line, String body) throws Exception {
        assertEquals(HttpAnswer.done(), site.post("/node/event", body));
        assertEquals(line, site.lastLine());
    }

    private void assertMissing(String key, String body) throws Exception {
        assertEquals(HttpAnswer.refused(400, "the event has no line '" + key + "=…'"), site.post("/node/event", body));
    }
}
