package org.perceus.module.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads passwd(5) and group(5). What has not their form, such as lines for NIS, is passed over. */
final class TableReader {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ENTRIES = 20_000;
    private static final String ROOT = "root:";

    private final List<String> passedOver = new ArrayList<>();

    private TableReader() {}

    /** Both files as they are now. */
    static ServerTables read(Path passwd, Path group) throws IOException {
        TableReader reader = new TableReader();
        List<Account> accounts = reader.entries(passwd, Account::ofLine);
        List<Group> groups = reader.entries(group, Group::ofLine);
        return new ServerTables(accounts, groups, String.join("; ", reader.passedOver), "");
    }

    private <T> List<T> entries(Path file, Function<String, Optional<T>> reading) throws IOException {
        List<T> entries = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        int number = 0;
        for (String line : text(file).split("\n")) {
            number++;
            Optional<T> entry = reading.apply(line);
            entry.ifPresent(entries::add);
            if (entry.isEmpty() && !line.isBlank() && !line.startsWith(ROOT)) {
                others.add(number);
            }
            if (entries.size() > MOST_ENTRIES) {
                throw new IOException(file + " has more than " + MOST_ENTRIES + " entries");
            }
        }
        if (!others.isEmpty()) {
            passedOver.add(
                    others.size() + " lines of " + file + " are passed over, the first of them line " + others.get(0));
        }
        return entries;
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " has more than " + (MOST_BYTES >> 20) + " MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
