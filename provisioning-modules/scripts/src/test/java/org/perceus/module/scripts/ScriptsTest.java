package org.perceus.module.scripts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.scripts.server.Job;
import org.perceus.module.scripts.server.Outcome;
import org.perceus.module.scripts.server.ScriptServer;
import org.perceus.module.scripts.site.ScriptFolder;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.ScriptShell;
import org.perceus.provisioning.testkit.TestNode;

public class ScriptsTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final Semaphore permits = new Semaphore(0);
    private final ScriptServer server = new ScriptServer(this::execute, 1, Duration.ofMinutes(10), System::nanoTime);
    private volatile Outcome outcome = new Outcome.Printed("echo from the server\n");
    private volatile Map<String, String> seen = Map.of();

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void aNodeGetsItsScriptsInTheOrderOfStatesAndNames() throws Exception {
        write("ready/all/10-c", "c");
        write("init/all/20-b", "b");
        write("init/group/rack1/10-a", "# perceus: on-failure=continue\na");
        ScriptRun run = run(scripts().render(new TestNode()));
        assertEquals(
                List.of(
                        List.of("node_script", "init", "10-a", "continue"),
                        List.of("node_script", "init", "20-b", "stop"),
                        List.of("node_script", "ready", "10-c", "stop")),
                run.calls());
        assertEquals("c", run.file("/usr/lib/perceus/scripts/ready/10-c"));
    }

    @Test
    public void whatIsShownIsWhatRuns() throws Exception {
        write("start/node/n0001/10-a", "echo a\n");
        StateScript script = scripts().render(new TestNode()).scripts().get(0);
        assertEquals("echo a\n", script.text());
        assertEquals("start/node/n0001/10-a", script.origin());
    }

    @Test
    public void theLinesOfAScriptAreNoLinesOfOurs() throws Exception {
        String text = hostileLines();
        write("ready/all/10-a", text);
        ScriptRun run = new ScriptShell()
                .stub(HostileText.COMMAND, "")
                .run(
                        temporary.newFolder().toPath(),
                        scripts().render(new TestNode()).text());
        assertFalse(run.called(HostileText.COMMAND));
        assertEquals(text, run.file("/usr/lib/perceus/scripts/ready/10-a"));
    }

    @Test
    public void whatTheServerPrintsIsNoLineOfOursEither() throws Exception {
        outcome = new Outcome.Printed(hostileLines());
        executable("ready/all/10-a");
        permits.release();
        ScriptRun run = new ScriptShell()
                .stub(HostileText.COMMAND, "")
                .run(temporary.newFolder().toPath(), eventually(scripts()).text());
        assertFalse(run.called(HostileText.COMMAND));
        assertEquals(hostileLines(), run.file("/usr/lib/perceus/scripts/ready/10-a"));
    }

    @Test
    public void aNodeWaitsUntilTheServerHasExecutedItsScripts() throws Exception {
        executable("ready/all/10-a");
        Scripts scripts = scripts();
        assertEquals("the server executes the script ready/all/10-a for the node", refusal(scripts));
        assertEquals("1 script waits to be executed on this server", scripts.remark());
        permits.release();
        StateScript script = eventually(scripts).scripts().get(0);
        assertEquals("echo from the server\n", script.text());
        assertEquals("ready/all/10-a, executed on the server", script.origin());
        assertEquals("", scripts.remark());
    }

    @Test
    public void allScriptsOfANodeAreExecutedBeforeOneIsWaitedFor() throws Exception {
        executable("ready/all/10-a");
        executable("ready/all/20-b");
        Scripts scripts = scripts();
        refusal(scripts);
        assertEquals(2, server.waiting());
    }

    @Test
    public void aScriptThatFailsOnTheServerIsNamed() throws Exception {
        executable("ready/all/10-a");
        outcome = new Outcome.Failed("ended with status 3: no rack");
        Scripts scripts = scripts();
        permits.release();
        String sentence = refusal(scripts);
        while (!sentence.contains("status")) {
            Thread.sleep(1);
            sentence = refusal(scripts);
        }
        assertEquals("the script ready/all/10-a, which the server executes, ended with status 3: no rack", sentence);
    }

    @Test
    public void whatPrintsNothingIsNothingToRun() throws Exception {
        executable("ready/all/10-a");
        outcome = new Outcome.Printed("\n");
        permits.release();
        assertEquals("", eventually(scripts()).text());
    }

    @Test
    public void aScriptOnTheServerKnowsTheNodeAndItsSettings() throws Exception {
        executable("start/all/10-a");
        permits.release();
        Scripts scripts = scripts();
        TestNode node = new TestNode().with("x-rack.row", "7; $(id)").with("kernel-args", "a\0b");
        while (seen.isEmpty()) {
            assertThrows(ProvisioningException.class, () -> scripts.render(node));
            Thread.sleep(1);
        }
        assertEquals(
                Map.of(
                        "STATE", "start",
                        "NODENAME", "n0001",
                        "NODEID", "52:54:00:12:34:56",
                        "IPADDR", "10.10.0.100",
                        "GROUPNAME", "rack1",
                        "VNFS", "n0001@1",
                        "SETTING_X_RACK_ROW", "7; $(id)",
                        "SETTING_KERNEL_ARGS", "ab"),
                seen);
    }

    @Test
    public void scriptsOfANodeAreBoundedTogether() throws Exception {
        for (int i = 0; i < 3; i++) {
            write("start/all/10-" + i, "#".repeat(200 << 10));
        }
        assertEquals("the scripts of the node have 600 KiB, and 512 KiB are allowed", refusal(scripts()));
    }

    @Test
    public void whatIsWrongWithTheFolderIsRemarked() throws Exception {
        write("redy/all/10-a", "true");
        String remark = scripts().remark();
        assertTrue(
                remark,
                remark.startsWith("redy in ")
                        && remark.endsWith(
                                " is no state: use init, start, ready or shutdown, or x-NAME for one of your own"));
    }

    private Outcome execute(Job job) throws InterruptedException {
        permits.acquire();
        seen = job.environment();
        return outcome;
    }

    private static String hostileLines() {
        return HostileText.values().stream()
                        .filter(value -> value.length() < 10_000 && value.indexOf('\0') < 0)
                        .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
                        .map(value -> value.replace("\r\n", "\n"))
                        .collect(Collectors.joining("\n"))
                + "\n\\ %s \u00e4 \t'";
    }

    private static String refusal(Scripts scripts) {
        return assertThrows(ProvisioningException.class, () -> scripts.render(new TestNode()))
                .getMessage();
    }

    private static NodeScript eventually(Scripts scripts) throws InterruptedException {
        while (true) {
            try {
                return scripts.render(new TestNode());
            } catch (ProvisioningException e) {
                Thread.sleep(1);
            }
        }
    }

    private ScriptRun run(NodeScript share) throws Exception {
        ScriptRun run = ScriptRun.of(temporary.newFolder().toPath(), share.text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }

    private Scripts scripts() {
        return new Scripts(
                new ScriptFolder(temporary.getRoot().toPath().resolve("scripts"), Clock.systemUTC()),
                server,
                Duration.ofDays(1));
    }

    private void executable(String path) throws IOException {
        Files.setPosixFilePermissions(write(path, "#!/bin/sh\n"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path write(String path, String text) throws IOException {
        Path file = temporary.getRoot().toPath().resolve("scripts").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
