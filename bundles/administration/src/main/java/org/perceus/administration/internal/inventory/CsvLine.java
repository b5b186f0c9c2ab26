package org.perceus.administration.internal.inventory;

import java.util.ArrayList;
import java.util.List;

/** Splits a line of separated values as in RFC 4180, where a value ends with its line. */
final class CsvLine {
    private final String line;
    private final Separator separator;
    private int at;

    private CsvLine(String line, Separator separator) {
        this.line = line;
        this.separator = separator;
    }

    /**
     * The fields, those that are not quoted without the white space around them.
     *
     * @throws IllegalArgumentException with a sentence when a quote is out of place, or another separator as well
     */
    static List<String> split(String line, Separator separator) {
        CsvLine csv = new CsvLine(line, separator);
        List<String> fields = new ArrayList<>();
        fields.add(csv.field());
        while (csv.at < line.length()) {
            csv.at++;
            fields.add(csv.field());
        }
        return fields;
    }

    private String field() {
        while (at < line.length() && isPadding(line.charAt(at))) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int end = end();
        String field = line.substring(at, end).trim();
        if (field.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a quote stands within a value: quote the whole value, and double it");
        }
        Separator.within(field).ifPresent(this::refuse);
        at = end;
        return field;
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalArgumentException("a quote is not closed: values end with their line");
            }
            field.append(line, at, quote);
            at = quote + 1;
            if (at >= line.length() || line.charAt(at) != '"') {
                break;
            }
            field.append('"');
            at++;
        }
        int end = end();
        if (!line.substring(at, end).isBlank()) {
            throw new IllegalArgumentException(
                    "something follows a closing quote: put " + separator.one() + " between values");
        }
        at = end;
        return field.toString();
    }

    private int end() {
        int end = line.indexOf(separator.character(), at);
        return end < 0 ? line.length() : end;
    }

    private boolean isPadding(char c) {
        return c != separator.character() && Character.isWhitespace(c);
    }

    private void refuse(Separator other) {
        throw new IllegalArgumentException("fields are separated by " + separator.many() + " in this file, and "
                + other.one() + " is here as well: use one of them throughout");
    }
}
