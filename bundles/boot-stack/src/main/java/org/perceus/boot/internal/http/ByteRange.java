package org.perceus.boot.internal.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a file a client wants (RFC 9110 section 14). */
sealed interface ByteRange {
    /** All of it. */
    record Whole() implements ByteRange {}

    /**
     * A part that is there.
     *
     * @param first offset of its first octet
     * @param length octets, at least one
     */
    record Part(long first, long length) implements ByteRange {}

    /** A part that is not there. */
    record Unsatisfiable() implements ByteRange {}

    /** One range: the header may list several, and then the whole file is a valid answer. */
    Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads a Range header.
     *
     * @param header its value, if there is one; a header that makes no sense counts as none
     * @param size octets in the file
     */
    static ByteRange read(Optional<String> header, long size) {
        Matcher matcher = SINGLE.matcher(header.orElse("").replace(" ", ""));
        if (!matcher.matches() || matcher.group().endsWith("=-")) {
            return new Whole();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            long suffix = Math.min(size, Long.parseLong(last));
            return suffix == 0 ? new Unsatisfiable() : new Part(size - suffix, suffix);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, to - from + 1);
    }
}
