package org.perceus.shell.internal.node;

import java.util.ArrayList;
import java.util.List;

/** Splits a line of comma-separated values as in RFC 4180, where a value ends with its line. */
final class CsvLine {
    private final String line;
    private int at;

    private CsvLine(String line) {
        this.line = line;
    }

    /**
     * The fields without the white space around them.
     *
     * @throws IllegalArgumentException with a sentence when a quote is out of place
     */
    static List<String> split(String line) {
        CsvLine csv = new CsvLine(line);
        List<String> fields = new ArrayList<>();
        fields.add(csv.field());
        while (csv.at < line.length()) {
            csv.at++;
            fields.add(csv.field());
        }
        return fields;
    }

    private String field() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int end = line.indexOf(',', at);
        String field = line.substring(at, end < 0 ? line.length() : end).trim();
        if (field.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a quote stands within a value: quote the whole value, and double it");
        }
        at += (end < 0 ? line.length() : end) - at;
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
        int end = line.indexOf(',', at);
        if (!line.substring(at, end < 0 ? line.length() : end).isBlank()) {
            throw new IllegalArgumentException("something follows a closing quote: put a comma between values");
        }
        at = end < 0 ? line.length() : end;
        return field.toString().trim();
    }
}
