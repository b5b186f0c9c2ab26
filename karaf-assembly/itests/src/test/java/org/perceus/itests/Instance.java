package org.perceus.itests;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.rules.ExternalResource;

/** A container with a base folder of its own, run by the scripts that are shipped. */
final class Instance extends ExternalResource {
    private static final String NETWORK = "name = test\nsubnet = 10.77.0.0/24\npool = 10.77.0.100-10.77.0.199\n";

    private Path home;
    private Path base;

    @Override
    protected void before() throws Throwable {
        home = Installation.home();
        // The path of a Unix socket has to be short.
        base = Files.createTempDirectory("perceus");
        copy(home.resolve("etc"), base.resolve("etc"));
        Files.writeString(base.resolve("etc/org.perceus.node.network-test.cfg"), NETWORK);
        start();
    }

    @Override
    protected void after() {
        try {
            stop();
            try (Stream<Path> files = Files.walk(base)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() throws IOException, InterruptedException {
        script("start");
    }

    void stop() throws IOException, InterruptedException {
        script("stop");
    }

    /** Ends the container as a power cut would. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle container = ProcessHandle.of(Long.parseLong(
                        Files.readString(base.resolve("data/karaf.pid")).trim()))
                .orElseThrow();
        container.destroyForcibly();
        container.onExit().join();
    }

    /** Runs {@code bin/perceus} with some words. */
    Finished perceus(String... words) throws IOException, InterruptedException {
        return run("perceus", words);
    }

    /** What {@code bin/perceus} prints, which must succeed. */
    String printed(String... words) throws IOException, InterruptedException {
        return good(perceus(words)).out();
    }

    /** A folder for the files of tests. */
    Path folder() {
        return base;
    }

    String log() throws IOException {
        return Files.readString(base.resolve("data/log/karaf.log"));
    }

    private void script(String name) throws IOException, InterruptedException {
        good(run(name));
    }

    /** Runs a script of the installation's {@code bin} folder for this instance. */
    Finished run(String script, String... words) throws IOException, InterruptedException {
        return Finished.run(builder(script, words));
    }

    /** Begins to run one, and does not look at what it prints. */
    Process begun(String script, String... words) throws IOException {
        return builder(script, words)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String script, String... words) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve(script).toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KARAF_BASE", base.toString());
        builder.environment().put("KARAF_DATA", base.resolve("data").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Starts in half the time, and is not what is tested.
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        return builder;
    }

    private static Finished good(Finished finished) {
        if (finished.exit() != 0) {
            throw new AssertionError(finished);
        }
        return finished;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
