package org.perceus.module.internal.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A clause of an OSGi manifest header, as in {@code path;attribute=value;directive:=value}. Immutable.
 *
 * @param paths what it is about
 * @param attributes its attributes without their types
 * @param directives its directives
 */
record ManifestClause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {
    /** The clauses of a header; none when there is no such header. */
    static List<ManifestClause> parse(String header) {
        List<ManifestClause> clauses = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            clauses.add(clause(clause));
        }
        return clauses;
    }

    private static ManifestClause clause(String text) {
        List<String> paths = new ArrayList<>();
        Map<String, String> attributes = new TreeMap<>();
        Map<String, String> directives = new TreeMap<>();
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                paths.add(part);
            } else if (equals > 0 && part.charAt(equals - 1) == ':') {
                directives.put(part.substring(0, equals - 1).strip(), value(part, equals));
            } else {
                attributes.put(part.substring(0, equals).replaceFirst(":.*", "").strip(), value(part, equals));
            }
        }
        return new ManifestClause(paths, attributes, directives);
    }

    private static String value(String part, int equals) {
        String value = part.substring(equals + 1).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The parts between separators that do not stand between quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
