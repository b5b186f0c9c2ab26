package org.perceus.boot.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The promise that only the configured interface is served: a machine with two interfaces and one client on each, in
 * network namespaces. Needs root and iproute2.
 */
public class BoundToDeviceIT {
    private static final long ME = ProcessHandle.current().pid();
    private static final String SERVER = "bs-server-" + ME;
    private static final String RIGHT = "bs-right-" + ME;
    private static final String WRONG = "bs-wrong-" + ME;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private Process server;

    @Before
    public void start() throws Exception {
        boolean possible = run("ip", "netns", "add", SERVER) == 0;
        if (!possible) {
            System.err.println(
                    "SKIPPED: that sockets are bound to their device was NOT tested, it needs root and network namespaces");
        }
        assumeTrue("needs root and network namespaces", possible);
        connect(RIGHT, "eth1", "10.77.1");
        connect(WRONG, "eth2", "10.77.2");
        Files.write(folder.getRoot().toPath().resolve("undionly.kpxe"), new byte[1000]);
        server = java(SERVER, BootStackProgram.class, "eth1", folder.getRoot().toString());
        Thread reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
        assertEquals("serving [dhcp, tftp, http] at http://10.77.1.1:9870", said.poll(60, TimeUnit.SECONDS));
    }

    @After
    public void stop() throws Exception {
        if (server != null) {
            server.getOutputStream().close();
            if (!server.waitFor(15, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
        for (String namespace : new String[] {SERVER, RIGHT, WRONG}) {
            run("ip", "netns", "del", namespace);
        }
    }

    private static void connect(String client, String device, String network) throws Exception {
        must("ip", "netns", "add", client);
        must("ip", "-n", SERVER, "link", "add", device, "type", "veth", "peer", "name", "eth0", "netns", client);
        must("ip", "-n", SERVER, "addr", "add", network + ".1/24", "dev", device);
        must("ip", "-n", SERVER, "link", "set", device, "up");
        must("ip", "-n", client, "addr", "add", network + ".9/24", "dev", "eth0");
        must("ip", "-n", client, "link", "set", "eth0", "up");
        must("ip", "-n", client, "route", "add", "default", "via", network + ".1");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    private static void must(String... command) throws Exception {
        assertEquals(String.join(" ", command), 0, run(command));
    }

    private static Process java(String namespace, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "ip",
                "netns",
                "exec",
                namespace,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void read() {
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        } catch (IOException e) {
            said.add("unreadable: " + e);
        }
    }

    /** What a client in a namespace got to hear, one word for each protocol. */
    private static List<String> probe(String namespace, String server) throws Exception {
        Process client = java(namespace, ProbeProgram.class, server);
        try (BufferedReader lines = client.inputReader(StandardCharsets.UTF_8)) {
            List<String> heard = lines.lines().toList();
            assertEquals(0, client.waitFor());
            return heard;
        }
    }

    @Test(timeout = 120_000)
    public void servesTheConfiguredInterfaceAndNoOther() throws Exception {
        assertEquals(List.of("dhcp offer", "tftp data", "http 503"), probe(RIGHT, "10.77.1.1"));
        assertEquals("kernel 10.77.1.9 [Kernel panic - not syncing]", said.poll(10, TimeUnit.SECONDS));
        assertEquals(
                "broadcasts and the interface's own address",
                List.of("dhcp silence", "tftp silence", "http silence"),
                probe(WRONG, "10.77.2.1"));
        assertEquals(
                "the served address, from the wrong side",
                List.of("dhcp silence", "tftp silence", "http silence"),
                probe(WRONG, "10.77.1.1"));
        server.getOutputStream().close();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));
        assertEquals("no longer serving eth1", said.poll(10, TimeUnit.SECONDS));
        assertEquals("dhcp.eth1.offers 1", said.poll(10, TimeUnit.SECONDS));
        assertEquals("only the right client was heard", "dhcp.eth1.received 1", said.poll(10, TimeUnit.SECONDS));
    }

    @Test(timeout = 120_000)
    public void startsAgainWhenTheDeviceWentAndCameBack() throws Exception {
        must("ip", "-n", SERVER, "link", "del", "eth1");
        assertEquals("no longer serving eth1", said.poll(30, TimeUnit.SECONDS));
        must("ip", "netns", "del", RIGHT);
        connect(RIGHT, "eth1", "10.77.1");
        assertEquals("serving [dhcp, tftp, http] at http://10.77.1.1:9870", said.poll(30, TimeUnit.SECONDS));
        assertEquals(List.of("dhcp offer", "tftp data", "http 503"), probe(RIGHT, "10.77.1.1"));
    }
}
