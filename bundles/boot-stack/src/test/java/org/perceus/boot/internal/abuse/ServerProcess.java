package org.perceus.boot.internal.abuse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process of {@link SmallServers} with little memory and few descriptors, so that little is enough to use them up. */
final class ServerProcess implements AutoCloseable {
    static final int DESCRIPTORS = 3000;
    private static final String HEAP = "48m";

    private final Process process;
    private final BufferedReader output;
    private final int httpPort;
    private final int tftpPort;

    ServerProcess(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n " + DESCRIPTORS + " && exec \"$@\"",
                        "sh",
                        java,
                        "-Xmx" + HEAP,
                        "-XX:MaxDirectMemorySize=" + HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallServers.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        String[] ports = String.valueOf(output.readLine()).split(" ");
        httpPort = Integer.parseInt(ports[0]);
        tftpPort = Integer.parseInt(ports[1]);
    }

    int httpPort() {
        return httpPort;
    }

    int tftpPort() {
        return tftpPort;
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Ends the servers and says what they counted. */
    Map<String, Long> counters() throws IOException {
        process.getOutputStream().close();
        return output.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
