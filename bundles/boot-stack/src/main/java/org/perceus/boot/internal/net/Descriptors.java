package org.perceus.boot.internal.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many files and sockets this process may have open. */
public final class Descriptors {
    private static final Logger LOG = LoggerFactory.getLogger(Descriptors.class);
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LINE = "Max open files";

    /** What every process has, where the kernel does not say. */
    private static final long USUAL = 1024;

    private Descriptors() {}

    /** The limit (proc(5)). */
    public static long limit() {
        try {
            return Files.readAllLines(LIMITS).stream()
                    .filter(line -> line.startsWith(LINE))
                    .map(line -> line.substring(LINE.length()).trim().split(" +")[0])
                    .mapToLong(soft -> soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft))
                    .findFirst()
                    .orElse(USUAL);
        } catch (IOException | NumberFormatException e) {
            LOG.debug("{} is not read", LIMITS, e);
            return USUAL;
        }
    }
}
