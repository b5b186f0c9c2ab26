package org.perceus.shell.internal.remote;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.shell.testing.FakeSite;
import org.perceus.shell.testing.KarafShell;

/** Runs the launcher script and the client in processes of their own, against a server in this one. */
public class LauncherTest {
    private static final Path DISTRIBUTION = Path.of("src/main/distribution").toAbsolutePath();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeSite site = FakeSite.sample();
    private Path home;
    private CommandServer server;

    private void unpack() throws IOException {
        home = folder.getRoot().toPath().resolve("perceus home");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(DISTRIBUTION.resolve("bin/perceus"), home.resolve("bin/perceus"));
        assertTrue(home.resolve("bin/perceus").toFile().setExecutable(true));
        Path jar = home.resolve("system/org/perceus/shell/2.0.0/shell-2.0.0.jar");
        Files.createDirectories(jar.getParent());
        Path classes = Path.of("target/classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    @Before
    public void serve() throws IOException {
        unpack();
        Files.createDirectories(home.resolve("data"));
        server = new CommandServer(
                new SocketFile(home.resolve("data/perceus.sock")),
                new KarafRunner(KarafShell.with(site), "2.0.0"),
                () -> new CommandServer.Limits(4, Duration.ofSeconds(5)));
    }

    @After
    public void stop() throws IOException {
        server.close();
    }

    @Test
    public void runsACommandInTheContainer() throws Exception {
        Result result = launch("node", "list", "n1", "--json");
        assertEquals("", result.err);
        assertEquals(0, result.exitCode);
        assertTrue(result.out, result.out.contains("\"mac\": \"52:54:00:00:00:01\""));
    }

    @Test
    public void wordsKeepSpacesQuotesAndUnicode() throws Exception {
        Result result = launch("node", "set", "kernel-args=a \"b\" 'c' $d Zoë", "n1");
        assertEquals(result.err, 0, result.exitCode);
        assertEquals("set kernel-args=a \"b\" 'c' $d Zoë for 1 node (n1)\n", result.out);
        assertEquals(
                "perceus node set 'kernel-args=a \"b\" 'c' $d Zoë' n1",
                site.registry.authors().get(0).deed());
    }

    @Test
    public void aRefusalIsOneSentenceAndAnExitCode() throws Exception {
        Result result = launch("node", "set", "capsule=nope", "n1");
        assertEquals(1, result.exitCode);
        assertEquals("", result.out);
        assertEquals("perceus: there is no capsule 'nope': use one of debian-12@2\n", result.err);
    }

    @Test
    public void withoutATerminalNothingIsDeletedUnconfirmed() throws Exception {
        Result result = launch("node", "delete", "n1");
        assertEquals(1, result.exitCode);
        assertEquals("perceus: nothing was changed: nobody is there to confirm it, so add --yes\n", result.err);
        assertEquals(0, launch("node", "delete", "n1", "--yes").exitCode);
    }

    @Test
    public void withoutAContainerThereIsExitCodeThree() throws Exception {
        server.close();
        Result result = launch("info");
        assertEquals(3, result.exitCode);
        assertTrue(result.err, result.err.startsWith("perceus: the container is not running: there is no socket"));
    }

    @Test
    public void aLinkToTheLauncherFindsItsHome() throws Exception {
        Path link = Files.createSymbolicLink(folder.getRoot().toPath().resolve("perceus"), home.resolve("bin/perceus"));
        Result result = launch(link, "--version");
        assertEquals(result.err, "Perceus 2.0.0\n", result.out);
    }

    @Test
    public void bashCompletesWords() throws Exception {
        String script = "PATH=" + "'" + home.resolve("bin") + "'" + ":$PATH; . '"
                + DISTRIBUTION.resolve("etc/bash_completion.d/perceus") + "'; "
                + "COMP_LINE='perceus node set capsule=d'; COMP_POINT=${#COMP_LINE}; _perceus; "
                + "echo \"${COMPREPLY[@]}\"; "
                + "COMP_LINE='perceus no'; COMP_POINT=${#COMP_LINE}; _perceus; echo \"${COMPREPLY[@]}\"";
        Result result = run(List.of("bash", "-c", script));
        assertEquals(result.err, "debian-12 debian-12@2\nnode\n", result.out);
    }

    private Result launch(String... words) throws Exception {
        return launch(home.resolve("bin/perceus"), words);
    }

    private Result launch(Path program, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    private Result run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        Path out = folder.newFile().toPath();
        Path err = folder.newFile().toPath();
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("PERCEUS_SOCKET");
        builder.environment().remove("KARAF_DATA");
        Process process = builder.start();
        assertTrue("the launcher hangs", process.waitFor(60, TimeUnit.SECONDS));
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Result(int exitCode, String out, String err) {}
}
