package org.perceus.module.nfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GaneshaProcessTest {
    private static final Endpoint ENDPOINT = new Endpoint("127.0.0.77", List.of("127.0.0.0/8"));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path root;
    private FakeSystem system;
    private GaneshaProcess process;

    @Before
    public void makeSystem() {
        root = folder.getRoot().toPath();
        system = new FakeSystem(root);
    }

    @After
    public void end() {
        process.close();
    }

    @Test
    public void itServesTheTreesReadOnlyOnOneAddress() throws Exception {
        process = process("echo $$ >" + root + "/pid\nexec sleep 60\n");
        process.tend();
        waitFor(() -> Files.exists(root.resolve("pid")));
        String file = system.read("work/127.0.0.77/ganesha.conf").orElseThrow();
        for (String line : List.of(
                "Bind_addr = 127.0.0.77;",
                "Path = \"" + root.resolve("trees") + "\";",
                "Access_Type = None;",
                "Clients = 127.0.0.0/8;",
                "Access_Type = RO;")) {
            assertTrue(line + " in " + file, file.contains(line));
        }
        assertFalse(file, file.contains("RW"));
    }

    @Test
    public void whatEndsIsStartedAgainAfterAPause() throws Exception {
        process = process("echo started >>" + root + "/starts\n"
                + "echo 'x :MAIN :FATAL :the address is taken' >\"$5\"\nexit 3\n");
        long began = System.nanoTime();
        process.tend();
        waitFor(() -> {
            process.tend();
            return starts() >= 2;
        });
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        assertTrue("started again after " + milliseconds + " ms", milliseconds >= 900);
        String trouble = process.trouble().orElseThrow();
        assertTrue(trouble, trouble.contains("ended with status 3: the address is taken"));
    }

    @Test
    public void itEndsWithUs() throws Exception {
        process = process("echo $$ >" + root + "/pid\nexec sleep 60\n");
        process.tend();
        ProcessHandle running = running();
        process.close();
        assertFalse("the process runs on", running.isAlive());
    }

    @Test
    public void whatAKilledContainerLeftBehindIsEnded() throws Exception {
        process = process("echo $$ >" + root + "/pid\nwhile :; do sleep 0.1; done\n");
        process.tend();
        ProcessHandle left = running();
        Files.delete(root.resolve("pid"));
        GaneshaProcess next = process("echo $$ >" + root + "/pid\nwhile :; do sleep 0.1; done\n");
        next.tend();
        assertFalse("the former process runs on", left.isAlive());
        assertTrue("the new one does not run", running().isAlive());
        next.close();
    }

    @Test
    public void aProgramThatCannotBeStartedIsTrouble() {
        process = new GaneshaProcess(ENDPOINT, root, root.resolve("missing"), root.resolve("work"));
        process.tend();
        String trouble = process.trouble().orElseThrow();
        assertTrue(trouble, trouble.contains("cannot be started"));
        assertEquals("process - on 127.0.0.77", process.description());
    }

    private GaneshaProcess process(String script) throws Exception {
        Path program = system.program("usr/bin/ganesha.nfsd", script);
        return new GaneshaProcess(ENDPOINT, root.resolve("trees"), program, root.resolve("work"));
    }

    private ProcessHandle running() throws Exception {
        waitFor(() -> read("pid").map(text -> text.endsWith("\n")).orElse(false));
        return ProcessHandle.of(Long.parseLong(read("pid").orElseThrow().strip()))
                .orElseThrow();
    }

    private long starts() {
        return read("starts").map(text -> text.lines().count()).orElse(0L);
    }

    private Optional<String> read(String path) {
        try {
            return system.read(path);
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }

    private static void waitFor(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue("nothing happens", System.nanoTime() < end);
            Thread.sleep(20);
        }
    }
}
