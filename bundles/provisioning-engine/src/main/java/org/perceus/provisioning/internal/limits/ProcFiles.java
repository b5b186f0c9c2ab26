package org.perceus.provisioning.internal.limits;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What the kernel says of its limits in files (proc(5)). */
final class ProcFiles {
    private static final String CAPABILITIES = "CapEff:";
    private static final String OPEN_FILES = "Max open files";

    private final Path root;

    /** @param root where these files are, {@code /proc} but in tests */
    ProcFiles(Path root) {
        this.root = root;
    }

    /** The number that is set for a name of sysctl(8); empty where there is none, as in containers, or it cannot be read. */
    OptionalLong sysctl(String name) {
        return lines("sys/" + name.replace('.', '/')).stream()
                .mapToLong(ProcFiles::number)
                .filter(value -> value >= 0)
                .findFirst();
    }

    /** How many files this process may have open. */
    OptionalLong openFiles() {
        return lines("self/limits").stream()
                .filter(line -> line.startsWith(OPEN_FILES))
                .map(line -> line.substring(OPEN_FILES.length()).strip().split(" ")[0])
                .mapToLong(ProcFiles::number)
                .filter(value -> value >= 0)
                .findFirst();
    }

    /**
     * Whether this process has a capability.
     *
     * @param number as capabilities(7) has it
     */
    boolean hasCapability(int number) {
        return lines("self/status").stream()
                .filter(line -> line.startsWith(CAPABILITIES))
                .map(line ->
                        new BigInteger(line.substring(CAPABILITIES.length()).strip(), 16))
                .anyMatch(all -> all.testBit(number));
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
