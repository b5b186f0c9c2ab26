package org.perceus.module.nfs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of nfs-ganesha, started again with growing pauses when it ends. */
final class GaneshaProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GaneshaProcess.class.getName());
    private static final int PORT = 2049;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final long SECONDS_TO_END = 5;
    private static final int LOG_TAIL = 4096;

    private final Endpoint endpoint;
    private final Path folder;
    private final Path program;
    private final Path configuration;
    private final Path log;
    private final Path state;
    private volatile Optional<String> trouble = Optional.of("nfs-ganesha is starting");
    private volatile Optional<Process> process = Optional.empty();
    private Duration pause = SHORTEST_PAUSE;
    private long began = System.nanoTime() - LONGEST_PAUSE.toNanos();

    GaneshaProcess(Endpoint endpoint, Path folder, Path program, Path work) {
        this.endpoint = endpoint;
        this.folder = folder;
        this.program = program;
        Path own = work.resolve(endpoint.address());
        this.configuration = own.resolve("ganesha.conf");
        this.log = own.resolve("ganesha.log");
        this.state = own.resolve("state");
    }

    /** Why it does not serve, empty when it does. */
    Optional<String> trouble() {
        return trouble;
    }

    String description() {
        return "process " + process.map(Process::pid).map(String::valueOf).orElse("-") + " on " + endpoint.address();
    }

    /** Starts it when it does not run and its pause is over; notes when it serves. */
    void tend() {
        if (process.isPresent() && process.get().isAlive()) {
            if (trouble.isPresent() && answers()) {
                LOG.log(Level.INFO, "nfs-ganesha serves {0} on {1}", folder, endpoint.address());
                trouble = Optional.empty();
            }
            return;
        }
        Duration age = Duration.ofNanos(System.nanoTime() - began);
        if (process.isPresent()) {
            noteEnd(process.get(), age);
        }
        if (age.compareTo(pause) >= 0) {
            start();
        }
    }

    @Override
    public void close() {
        process.ifPresent(running -> end(running.toHandle()));
        process = Optional.empty();
    }

    private void noteEnd(Process ended, Duration age) {
        pause = age.compareTo(LONGEST_PAUSE) > 0 ? SHORTEST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
        String why = "nfs-ganesha ended with status " + ended.exitValue() + lastWords();
        LOG.log(Level.WARNING, "On {0} {1}; it is started again in {2} s", endpoint.address(), why, pause.toSeconds());
        trouble = Optional.of(why);
        process = Optional.empty();
        began = System.nanoTime();
    }

    private void start() {
        began = System.nanoTime();
        try {
            endFormer();
            Files.createDirectories(state);
            Files.writeString(configuration, GaneshaFile.text(endpoint, folder, state));
            Files.deleteIfExists(log);
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // a bus name is for the system's own nfs-ganesha
            builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + state.resolve("no-bus"));
            process = Optional.of(builder.start());
        } catch (IOException e) {
            trouble = Optional.of("nfs-ganesha cannot be started: " + e.getMessage());
            pause = LONGEST_PAUSE;
            LOG.log(Level.WARNING, "nfs-ganesha cannot be started: {0}", e.getMessage());
        }
    }

    private List<String> command() {
        return List.of(
                program.toString(),
                "-F",
                "-f",
                configuration.toString(),
                "-L",
                log.toString(),
                "-p",
                configuration.resolveSibling("ganesha.pid").toString());
    }

    /** Ends what a container left behind that was killed. */
    private void endFormer() {
        ProcessHandle.allProcesses()
                .filter(former -> former.info()
                        .arguments()
                        .filter(words -> Arrays.asList(words).contains(configuration.toString()))
                        .isPresent())
                .forEach(former -> {
                    LOG.log(Level.INFO, "Ending process {0}, which was left behind", String.valueOf(former.pid()));
                    end(former);
                });
    }

    private static void end(ProcessHandle running) {
        running.destroy();
        try {
            running.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.address(), PORT), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String lastWords() {
        try {
            byte[] bytes = Files.readAllBytes(log);
            String end = new String(
                    bytes,
                    Math.max(0, bytes.length - LOG_TAIL),
                    Math.min(LOG_TAIL, bytes.length),
                    StandardCharsets.UTF_8);
            return end.lines()
                    .filter(line -> line.contains("FATAL") || line.contains("CRIT"))
                    .filter(line -> !line.contains("dbus"))
                    .reduce((first, second) -> first)
                    .map(line ->
                            ": " + line.substring(line.lastIndexOf(" :") + 2).strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
