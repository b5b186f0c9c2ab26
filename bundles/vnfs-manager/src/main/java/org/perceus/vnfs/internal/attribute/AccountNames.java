package org.perceus.vnfs.internal.attribute;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.perceus.vnfs.internal.root.ByteNames;

/** The numbers of users or groups by their names, as {@code /etc/passwd} or {@code /etc/group} has them. Immutable. */
public final class AccountNames {
    private static final int NUMBER = 2;

    private final Map<String, Long> ids = new HashMap<>();

    /** Reads such a file; lines that are none are passed over, and the first of several counts. */
    public AccountNames(byte[] file) {
        for (String line : ByteNames.of(file, 0, file.length).split("\n")) {
            String[] fields = line.split(":", -1);
            if (fields.length > NUMBER) {
                number(fields[NUMBER]).ifPresent(id -> ids.putIfAbsent(fields[0], id));
            }
        }
    }

    /** The number of a name; of a number itself. */
    Optional<Long> id(String nameOrNumber) {
        return Optional.ofNullable(ids.get(nameOrNumber)).or(() -> number(nameOrNumber));
    }

    static Optional<Long> number(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,10}"))
                .map(Long::parseLong)
                .filter(id -> id < 0xffffffffL);
    }
}
