package org.perceus.boot.internal.http;

import java.util.Arrays;
import java.util.Optional;

/** Conditional requests (RFC 9110 section 13) against one strong entity tag. */
final class EntityTags {
    private EntityTags() {}

    static String quoted(String tag) {
        return '"' + tag + '"';
    }

    /** Whether the client has this content already, by its If-None-Match header. */
    static boolean known(Optional<String> ifNoneMatch, String tag) {
        return ifNoneMatch
                .map(list -> Arrays.stream(list.split(","))
                        .map(String::trim)
                        .map(entry -> entry.startsWith("W/") ? entry.substring(2) : entry)
                        .anyMatch(entry -> entry.equals("*") || entry.equals(quoted(tag))))
                .orElse(false);
    }

    /** Whether a range may be answered as one, by its If-Range header: a date there never matches. */
    static boolean rangeStillValid(Optional<String> ifRange, String tag) {
        return ifRange.map(String::trim).map(quoted(tag)::equals).orElse(true);
    }
}
