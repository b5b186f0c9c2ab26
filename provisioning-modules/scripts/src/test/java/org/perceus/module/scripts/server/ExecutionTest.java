package org.perceus.module.scripts.server;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.testkit.HostileText;

/** Scripts that really run, which takes root to become another account. */
public class ExecutionTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(3), 128, 4096, 64);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AccountWorker worker = new AccountWorker("nobody", LIMITS);

    @Before
    public void openFolder() throws Exception {
        assumeTrue("only root can become another account", "root".equals(System.getProperty("user.name")));
        Files.setPosixFilePermissions(folder.getRoot().toPath(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    public void whatItPrintsIsTaken() throws Exception {
        assertEquals(new Outcome.Printed("echo n0001\n"), run("#!/bin/sh\necho \"echo $NODENAME\"\n"));
    }

    @Test
    public void itIsNobodyAndHasNothingOfTheContainer() throws Exception {
        assertEquals(
                new Outcome.Printed("65534 65534 0000000000000000\n"),
                run("#!/bin/sh\necho $(id -u) $(id -G) $(sed -n 's/^CapEff:.//p' /proc/self/status)\n"));
        assertEquals(
                new Outcome.Printed("LC_ALL NODENAME PATH PWD\n"),
                run("#!/bin/sh\nset -- $(env | sed 's/=.*//' | grep -v '^_$' | sort)\necho $*\n"));
    }

    @Test
    public void itCannotReadWhatIsRoots() throws Exception {
        Path secret = Files.writeString(folder.getRoot().toPath().resolve("secret"), "key");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertFailed("ended with status 1: ", "#!/bin/sh\ncat " + secret + "\n");
    }

    @Test
    public void hostileValuesStayValues() throws Exception {
        String value = "'; $(id) `id` \"\n\u00e4 ${PATH} \\";
        Map<String, String> environment = new TreeMap<>(Map.of("SETTING_X", value));
        assertEquals(
                new Outcome.Printed(value + "\n"),
                worker.execute(new Job(script("#!/bin/sh\nprintf '%s\\n' \"$SETTING_X\"\n"), "", environment)));
    }

    @Test
    public void hostileTextStaysText() throws Exception {
        List<String> values = HostileText.values().stream()
                .filter(value -> value.length() < 2000 && value.indexOf('\0') < 0)
                .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
                .toList();
        Map<String, String> environment = new TreeMap<>();
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        for (int i = 0; i < values.size(); i++) {
            environment.put("SETTING_X" + i, values.get(i));
            script.append("printf '%s\\n' \"$SETTING_X").append(i).append("\"\n");
        }
        assertEquals(
                new Outcome.Printed(String.join("\n", values) + "\n"),
                worker.execute(new Job(script(script.toString()), "", environment)));
    }

    @Test
    public void aFailureHasItsStatusAndLastLine() throws Exception {
        assertEquals(
                new Outcome.Failed("ended with status 3: no such rack"),
                run("#!/bin/sh\necho first >&2\necho no such rack >&2\necho >&2\nexit 3\n"));
        assertEquals(new Outcome.Failed("ended with status 4"), run("#!/bin/sh\nexit 4\n"));
    }

    @Test
    public void whatCannotBeStartedSaysSo() throws Exception {
        assertFailed("ended with status 127: ", "#!/no/such/interpreter\n");
        Outcome missing = worker.execute(new Job(Path.of("/no/such/script"), "", Map.of()));
        assertTrue(missing.toString(), missing instanceof Outcome.Failed);
        Map<String, String> much = Map.of("SETTING_X", "x".repeat(1 << 20));
        assertEquals(
                new Outcome.Failed(
                        "cannot be started, as SETTING_X has more than 32 KiB, which is too long for a variable"),
                worker.execute(new Job(script("#!/bin/sh\n"), "", much)));
    }

    @Test
    public void oneThatDoesNotEndIsEnded() throws Exception {
        assertEquals(new Outcome.Failed("took longer than 3 s"), run("#!/bin/sh\nsleep 1000\n"));
    }

    @Test
    public void nothingThatItStartsOutlivesIt() throws Exception {
        Path mark = folder.getRoot().toPath().resolve("mark");
        Files.setPosixFilePermissions(Files.createFile(mark), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertEquals(
                new Outcome.Printed("done\n"),
                run("#!/bin/sh\nsetsid sh -c 'sleep 1; echo alive >" + mark + "' &\necho done\n"));
        Thread.sleep(1500);
        assertEquals("", Files.readString(mark));
    }

    @Test
    public void whatItPrintsIsBoundedAndText() throws Exception {
        assertEquals(new Outcome.Failed("printed more than 64 KiB"), run("#!/bin/sh\nyes\n"));
        assertEquals(new Outcome.Failed("printed what is not text in UTF-8"), run("#!/bin/sh\nprintf 'a\\0b'\n"));
        assertEquals(new Outcome.Failed("printed what is not text in UTF-8"), run("#!/bin/sh\nprintf '\\377'\n"));
        assertEquals(new Outcome.Printed(""), run("#!/bin/sh\nyes | head -n 100000 >&2\n"));
    }

    @Test
    public void itsMemoryIsBounded() throws Exception {
        Outcome outcome = run("#!/bin/sh\nx=x; while :; do x=$x$x; done\n");
        assertTrue(outcome.toString(), outcome instanceof Outcome.Failed);
    }

    @Test
    public void anAccountThatIsNotFitIsRefused() throws Exception {
        for (String name : new String[] {"root", "no-such-account", "", "-u", "a b", "0"}) {
            Outcome outcome = new AccountWorker(name, LIMITS).execute(new Job(script("#!/bin/sh\n"), "", Map.of()));
            assertTrue(
                    outcome.toString(),
                    ((Outcome.Failed) outcome).reason().startsWith("is not executed, as ")
                            && ((Outcome.Failed) outcome).reason().contains("set account in"));
            assertFalse(outcome.toString(), outcome.toString().contains("Printed"));
        }
    }

    private void assertFailed(String reason, String text) throws Exception {
        Outcome outcome = run(text);
        assertTrue(
                outcome.toString(),
                outcome instanceof Outcome.Failed failed && failed.reason().startsWith(reason));
    }

    private Outcome run(String text) throws Exception {
        return worker.execute(new Job(script(text), text, Map.of("NODENAME", "n0001")));
    }

    private Path script(String text) throws Exception {
        Path script = Files.writeString(folder.newFile().toPath(), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }
}
