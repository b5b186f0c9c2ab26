package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.Author;
import org.perceus.node.Boot;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;

/** A node that boots again and again, as the container sees it by HTTP. */
public class BootJudgementTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private HttpSite site;
    private long started = System.currentTimeMillis();

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void aBootThatWentAwayFailsOnceTheNextOneHasProvedItself() throws Exception {
        begin();
        script();
        post("event=step\nname=fetch the root\n");
        begin();
        assertEquals("a DHCP packet proves nothing", "provisioning fetch the root", lastLine(0));
        script();
        assertEquals("failed gone: it was switched off or restarted during 'fetch the root'", lastLine(1));
        post("event=entering\n");
        begin();
        script();
        String line = lastLine(1);
        assertTrue(line, line.startsWith("failed gone: it began again "));
        assertTrue(line, line.contains(" after its kernel was entered, without ready: the kernel panicked"));
    }

    @Test
    public void theLastLinesOfTheKernelComeAlong() throws Exception {
        begin();
        script();
        post("event=entering\n");
        site.judging.lines.heard(
                Samples.ADDRESS, List.of("Kernel panic - not syncing: No working init found.", "---[ end ]---"));
        begin();
        script();
        String line = lastLine(1);
        assertTrue(line, line.contains("the last line was: Kernel panic - not syncing: No working init found. ("));
        assertTrue("what to do: " + line, line.contains("import it again"));
        assertTrue(post("event=last-words\nmessage=Kernel panic - not syncing: VFS: Unable to mount root fs\n"));
        assertTrue(lastLine(1), lastLine(1).contains("the last line was: Kernel panic - not syncing: VFS: Unable"));
        assertEquals(
                1,
                boot(1).events().stream()
                        .filter(event -> event.step().equals("gone"))
                        .count());
    }

    @Test
    public void lastWordsBeforeTheScriptAreNotLost() throws Exception {
        begin();
        script();
        post("event=entering\n");
        begin();
        post("event=last-words\nmessage=Kernel panic - not syncing: hung\n");
        script();
        assertTrue(lastLine(1), lastLine(1).contains("the last line was: Kernel panic - not syncing: hung"));
    }

    @Test
    public void lastWordsOfANodeThatWasReadyStandOnTheNewTimeLine() throws Exception {
        begin();
        script();
        ready();
        begin();
        post("event=last-words\nmessage=BUG: soft lockup\n");
        assertEquals("booting last words of the boot before: BUG: soft lockup", site.lastLine());
        assertEquals(NodeState.READY, boot(1).last().state());
    }

    @Test
    public void troubleIsSaidOnceAndTheBootGoesOn() throws Exception {
        begin();
        script();
        post("event=entering\n");
        String stageOne = site.claim;
        site.claim = site.claims.issue(Bearer.AGENT, newest());
        post("event=trouble\nmessage=emergency mode: /data did not mount\n");
        post("event=trouble\nmessage=emergency mode: /data did not mount\n");
        assertEquals("starting trouble: emergency mode: /data did not mount", site.lastLine());
        int lines = site.journal.lines(Samples.MAC).size();
        for (int i = 0; i < 100; i++) {
            post("event=trouble\nmessage=unit " + i + "\n");
        }
        assertEquals(lines + 49, site.journal.lines(Samples.MAC).size());
        assertTrue(site.journal.latest(Samples.MAC).orElseThrow().ended().isEmpty());
        site.claim = stageOne;
        post("event=trouble\nmessage=of a script of Perceus OS, one too many\n");
        assertEquals(lines + 49, site.journal.lines(Samples.MAC).size());
    }

    @Test
    public void aLoopSaysSoAndTheSecondKernelIsListenedTo() throws Exception {
        begin();
        assertFalse(script().contains("watch_kernel"));
        post("event=entering\n");
        for (int i = 0; i < 3; i++) {
            begin();
            assertTrue(script().contains("\nwatch_kernel '10.10.0.1:6666'\n"));
            post("event=entering\n");
        }
        String line = lastLine(1);
        assertTrue(line, line.matches("failed gone: 3 boots in \\d+ seconds without ready: it began again .*"));
        ready();
        begin();
        assertFalse("it was ready", script().contains("watch_kernel"));
    }

    @Test
    public void aNodeWithRetriesWaitsUntilItMayTryAgainOrSomethingChanged() throws Exception {
        site.registry.with(Samples.node("capsule", "debian-12", "retries", "2"));
        failOnce();
        failOnce();
        begin();
        String held = script();
        assertTrue(held, held.matches("#!perceus wait 5 2 boots in \\d+ seconds without ready, so it waits .*\n"));
        assertTrue(held, held.contains("no disk; when that is mended: perceus boot retry n0001"));
        site.registry.with(Samples.node("capsule", "debian-12", "retries", "2", "kernel-args", "nomodeset"));
        assertTrue("something changed", script().startsWith("#!perceus run"));
        post("event=failed\nmessage=no disk\n");
        failOnce();
        begin();
        assertTrue(script().startsWith("#!perceus wait"));
        site.registry.set(
                List.of(Samples.MAC), NodeSettings.retry(Instant.ofEpochMilli(started)), new Author("root", "mended"));
        assertTrue("an administrator said so", script().startsWith("#!perceus run"));
    }

    private void failOnce() throws Exception {
        begin();
        assertTrue(script().startsWith("#!perceus run"));
        assertTrue(post("event=failed\nmessage=no disk\n"));
    }

    private void begin() {
        BootId boot = new BootId(Samples.MAC, started += 1_000);
        site.tracker.record(boot, NodeState.BOOTING, "firmware", "");
        site.claim = site.claims.issue(Bearer.STAGE_ONE, boot);
    }

    private void ready() throws Exception {
        site.claim = site.claims.issue(Bearer.AGENT, newest());
        post("event=ready\nkernel=6.1.0\n");
    }

    private BootId newest() {
        return site.journal.latest(Samples.MAC).orElseThrow().id();
    }

    private String script() throws Exception {
        return site.post("/node/script", "").body();
    }

    private boolean post(String body) throws Exception {
        return site.post("/node/event", body).status() == 204;
    }

    /** A boot by how many came after it. */
    private Boot boot(int later) {
        return site.journal.boots(Samples.MAC).get(later);
    }

    private String lastLine(int later) {
        var last = boot(later).last();
        return last.state() + " " + last.step()
                + last.detail().map(detail -> ": " + detail).orElse("");
    }
}
