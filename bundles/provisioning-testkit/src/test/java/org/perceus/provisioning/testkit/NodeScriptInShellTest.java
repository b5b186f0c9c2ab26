package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.perceus.provisioning.spi.Artifact;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.StateScript;

/** What a built script does in the shells that may run it. */
@RunWith(Parameterized.class)
public class NodeScriptInShellTest {
    private static final List<String> HOSTILE = List.of(
            "",
            "plain",
            "two words",
            "it's",
            "'",
            "''",
            "'\\''",
            "\"double\"",
            "$(touch pwned)",
            "`touch pwned`",
            "${HOME}",
            "'; touch pwned; '",
            "a\nstep 'injected'\nb",
            "\n",
            "trailing\n\n",
            "-n",
            "--help",
            "%s %d \\n",
            "back\\slash\\",
            "#!perceus end",
            "* ? [a-z]",
            "~root",
            "a&b|c;d>e<f",
            "tab\there",
            "\r",
            "Grüße, 節點 \uD83D\uDE80",
            "!history");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final String[] shell;

    public NodeScriptInShellTest(String shell) {
        this.shell = shell.split(" ");
    }

    @Parameters(name = "{0}")
    public static List<String> shells() {
        return List.of("sh", "busybox sh");
    }

    @Test
    public void argumentsArriveLiterally() throws Exception {
        NodeScript.Builder builder = NodeScript.builder();
        List<List<String>> expected = new ArrayList<>();
        for (String value : HOSTILE) {
            builder.call("install_agent", value, "after");
            expected.add(List.of("install_agent", value, "after"));
        }
        assertEquals(expected, run(builder).calls());
    }

    @Test
    public void variablesHoldTheirValuesLiterally() throws Exception {
        NodeScript.Builder builder = NodeScript.builder();
        List<List<String>> expected = new ArrayList<>();
        for (String value : HOSTILE) {
            builder.variable("arguments", value).shell("install_agent \"$arguments\"");
            expected.add(List.of("install_agent", value));
        }
        assertEquals(expected, run(builder).calls());
    }

    /** Those that a script can hold at all: it has no NUL, and no half of a pair. */
    @Test
    public void hostileTextStaysText() throws Exception {
        List<String> values = HostileText.values().stream()
                .filter(value -> value.indexOf('\0') < 0)
                .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
                .toList();
        String all = String.join("\n", values);
        NodeScript.Builder builder = NodeScript.builder();
        values.forEach(value -> builder.call("install_agent", value));
        ScriptRun run = run(builder.writeFile("/etc/file", "644", all)
                .script(new StateScript(StateScript.State.READY, "all", all, StateScript.OnFailure.STOP, "")));
        assertEquals(
                values,
                run.calls().subList(0, values.size()).stream()
                        .map(call -> call.get(1))
                        .toList());
        assertEquals(all, run.file("/etc/file"));
        assertEquals(all, run.file("/usr/lib/perceus/scripts/ready/all"));
        assertFalse(run.called(HostileText.COMMAND));
    }

    @Test
    public void filesHoldTheirContentLiterally() throws Exception {
        NodeScript.Builder builder = NodeScript.builder();
        for (int i = 0; i < HOSTILE.size(); i++) {
            builder.writeFile("/etc/file" + i, "644", HOSTILE.get(i));
        }
        ScriptRun run = run(builder);
        for (int i = 0; i < HOSTILE.size(); i++) {
            assertEquals(HOSTILE.get(i), run.file("/etc/file" + i));
        }
    }

    @Test
    public void hostilePathsAreNamesOfFiles() throws Exception {
        List<String> paths = List.of(
                "/etc/it's",
                "/etc/$(touch pwned)",
                "/etc/`id`",
                "/-rf",
                "/etc/two words",
                "/etc/..name",
                "/é/節點",
                "/a//b",
                "/.hidden");
        NodeScript.Builder builder = NodeScript.builder();
        paths.forEach(path -> builder.writeFile(path, "600", path).linkFile(path, path + ".link"));
        ScriptRun run = run(builder);
        for (String path : paths) {
            assertEquals(path, run.file(path));
            assertEquals(path, Files.readSymbolicLink(run.path(path + ".link")).toString());
        }
    }

    @Test
    public void filesHaveTheirModes() throws Exception {
        ScriptRun run = run(NodeScript.builder()
                .writeFile("/secret", "600", "x")
                .writeFile("/run", "0755", "x")
                .writeFile("/special", "04711", "x"));
        assertEquals("rw-------", mode(run, "/secret"));
        assertEquals("rwxr-xr-x", mode(run, "/run"));
        assertEquals(04711, (int) Files.getAttribute(run.path("/special"), "unix:mode") & 07777);
    }

    @Test
    public void aWholeFileIsWritten() throws Exception {
        String content = "0123456789abcdef ".repeat(50_000) + "end, without a line feed";
        assertEquals(
                content,
                run(NodeScript.builder().writeFile("/big", "644", content)).file("/big"));
    }

    @Test
    public void anyBytesAreWritten() throws Exception {
        byte[] content = new byte[70_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31 >> 3);
        }
        ScriptRun run = run(NodeScript.builder()
                .make(NodeFile.of("/etc/it's", "600", FileContent.Binary.of(content)))
                .make(NodeFile.of("/srv/empty folder", "750", new FileContent.Folder())));
        assertArrayEquals(content, Files.readAllBytes(run.path("/etc/it's")));
        assertEquals("rw-------", mode(run, "/etc/it's"));
        assertEquals("rwxr-x---", mode(run, "/srv/empty folder"));
    }

    @Test
    public void artifactsAreFetchedIntoTheWorkFolder() throws Exception {
        Artifact artifact = new TestNode().with("root", 'a', 4_000_000_000L).artifact("root");
        ScriptRun run = run(NodeScript.builder().fetch(artifact, "it's $(x) root"));
        List<String> call = run.calls().get(0);
        assertEquals(List.of("fetch", "a".repeat(64), "4000000000"), call.subList(0, 3));
        assertTrue(call.get(3), call.get(3).endsWith("/work/it's $(x) root"));
    }

    @Test
    public void theKernelIsEnteredWithItsArgumentsLiterally() throws Exception {
        for (String value : HOSTILE) {
            List<String> call = run(NodeScript.builder().enterKexec("a $(x) kernel", "root", value))
                    .calls()
                    .get(0);
            assertEquals("enter_kexec", call.get(0));
            assertTrue(call.get(1), call.get(1).endsWith("/work/a $(x) kernel"));
            assertTrue(call.get(2), call.get(2).endsWith("/work/root"));
            assertEquals(value, call.get(3));
        }
    }

    @Test
    public void theStarterFindsTheRootWithValuesThatStayLiteral() throws Exception {
        NodeScript mountRoot = NodeScript.builder()
                .variable("tree", "it's $(touch pwned)")
                .shell("overlay_root \"$tree\" 50%")
                .build();
        ScriptRun run = run(NodeScript.builder()
                .installStarter(NodeScript.nothing())
                .installStarter(mountRoot)
                .callWithFile("append_starter", "it's $(x) root"));
        assertEquals(
                List.of("overlay_root", "it's $(touch pwned)", "50%"),
                run.calls().get(2));
        assertEquals("append_starter", run.calls().get(3).get(0));
        assertTrue(run.calls().get(3).get(1).endsWith("/work/it's $(x) root"));
    }

    @Test
    public void theFirstFailureEndsTheScript() throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(),
                NodeScript.builder()
                        .step("one")
                        .shell("false")
                        .step("two")
                        .build()
                        .text(),
                shell());
        assertTrue(run.status() != 0);
        assertEquals(List.of(List.of("step", "one")), run.calls());
    }

    private ScriptRun run(NodeScript.Builder builder) throws Exception {
        ScriptRun run = new ScriptShell(shell())
                .stub(HostileText.COMMAND, "")
                .run(folder.newFolder().toPath(), builder.build().text());
        assertEquals(run.errors(), 0, run.status());
        assertFalse("a value became a command", Files.exists(run.destination().resolve("pwned")));
        return run;
    }

    private String[] shell() {
        boolean installed = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, shell[0])));
        assumeTrue(shell[0] + " is not installed", installed);
        return shell;
    }

    private static String mode(ScriptRun run, String path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path(path)));
    }
}
