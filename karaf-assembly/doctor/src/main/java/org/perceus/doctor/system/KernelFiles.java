package org.perceus.doctor.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Files in which the system says how it is, such as those of proc(5) and of etc. */
public final class KernelFiles {
    private final Path root;

    /** @param root the folder that these files are in, {@code /} but in tests */
    public KernelFiles(Path root) {
        this.root = root;
    }

    /** Where a file is. */
    public Path path(String name) {
        return root.resolve(name);
    }

    /** The lines of a file; none when it cannot be read. */
    public List<String> lines(String name) {
        try {
            return Files.readAllLines(path(name));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The number in a file; empty when there is none. */
    public OptionalLong number(String name) {
        return lines(name).stream()
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** The number that is set for a name of sysctl(8); empty where there is none, as in containers. */
    public OptionalLong sysctl(String name) {
        return number("proc/sys/" + name.replace('.', '/'));
    }

    /** The names of what is in a folder; none when it cannot be read. */
    public List<String> names(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
