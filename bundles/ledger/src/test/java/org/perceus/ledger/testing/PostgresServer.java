package org.perceus.ledger.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.rules.ExternalResource;

/** A PostgreSQL of Debian's package, on a free port of loopback, with a cluster of its own that goes with it. */
public final class PostgresServer extends ExternalResource {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String ACCOUNT = "postgres";
    private static final int START_SECONDS = 60;

    private Path folder;
    private Path programs;
    private int port;
    private Process server;
    private int databases;

    @Override
    protected void before() throws Throwable {
        programs = programs();
        folder = Path.of(run(List.of(), "mktemp", "-d", "/tmp/perceus-postgresql-XXXXXX"));
        if (isRoot()) {
            run(List.of(), "chown", ACCOUNT, folder.toString());
        }
        run(
                account(),
                programs.resolve("initdb").toString(),
                "-D",
                data(),
                "-U",
                "perceus",
                "-A",
                "trust",
                "--no-sync");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
    }

    @Override
    protected void after() {
        try {
            kill();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a new database. */
    public String database() throws Exception {
        String name = "test" + ++databases;
        psql("postgres", "CREATE DATABASE " + name);
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=perceus";
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException, IOException {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly().waitFor();
        Files.deleteIfExists(Path.of(data(), "postmaster.pid"));
    }

    /** Ends all connections of all containers. */
    public void disconnectAll() throws Exception {
        psql(
                "postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                        + " AND backend_type = 'client backend'");
    }

    /** Starts it, also again. */
    public void start() throws Exception {
        List<String> command = new ArrayList<>(account());
        command.addAll(List.of(
                programs.resolve("postgres").toString(),
                "-D",
                data(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=" + folder));
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL does not start in " + folder);
            }
            Thread.sleep(50);
        }
    }

    private boolean isReady() throws Exception {
        return new ProcessBuilder(programs.resolve("pg_isready").toString(), "-q", "-h", "127.0.0.1", "-p", "" + port)
                        .start()
                        .waitFor()
                == 0;
    }

    private void psql(String database, String sql) throws Exception {
        String address = "host=127.0.0.1 port=" + port + " user=perceus dbname=" + database;
        run(List.of(), programs.resolve("psql").toString(), "-q", "-d", address, "-c", sql);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static Path programs() throws IOException {
        if (Files.isDirectory(VERSIONS)) {
            try (Stream<Path> versions = Files.list(VERSIONS)) {
                return versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            }
        }
        throw new IllegalStateException(
                "These tests need PostgreSQL: apt-get install postgresql ('./perceus test' installs it)");
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> account() throws Exception {
        return isRoot()
                ? List.of("setpriv", "--reuid", ACCOUNT, "--regid", ACCOUNT, "--clear-groups", "env", "LC_ALL=C.UTF-8")
                : List.of("env", "LC_ALL=C.UTF-8");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String run(List<String> before, String... words) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
