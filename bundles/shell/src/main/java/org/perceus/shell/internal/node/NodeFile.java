package org.perceus.shell.internal.node;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NodeSpec;
import org.perceus.node.Subnet;

/**
 * What a file of nodes says. Immutable.
 *
 * @param entries its nodes
 * @param problems what is wrong, each with the number of its line
 */
public record NodeFile(List<Entry> entries, List<String> problems) {
    private enum Field {
        MAC,
        NAME,
        ADDRESS,
        GROUP
    }

    /**
     * One node.
     *
     * @param line number of its line, from 1
     * @param spec what the line says
     */
    public record Entry(int line, NodeSpec spec) {}

    /** Copies both. */
    public NodeFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * Reads lines of MAC, name, address and group. The first line may give the columns instead; fields may be empty;
     * lines that are empty or begin with a hash are passed over.
     */
    public static NodeFile parse(List<String> lines) {
        List<Field> columns = List.of(Field.values());
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? lines.get(0).replaceFirst("^\uFEFF", "") : lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            try {
                List<String> fields = CsvLine.split(line);
                if (fields.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (first && isHeader(fields)) {
                    columns = header(fields);
                } else {
                    entries.add(new Entry(i + 1, spec(fields, columns)));
                }
            } catch (IllegalArgumentException e) {
                problems.add("line " + (i + 1) + ": " + e.getMessage());
            }
            first = false;
        }
        return new NodeFile(entries, problems);
    }

    private static boolean isHeader(List<String> fields) {
        return fields.stream().anyMatch(field -> field.equalsIgnoreCase("mac"));
    }

    private static List<Field> header(List<String> fields) {
        List<Field> columns = new ArrayList<>();
        for (String field : fields) {
            try {
                columns.add(Field.valueOf(field.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'" + field + "' is not a column: use mac, name, address and group", e);
            }
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("a column is there twice: use mac, name, address and group once each");
        }
        return columns;
    }

    private static NodeSpec spec(List<String> fields, List<Field> columns) {
        if (fields.size() > columns.size()) {
            throw new IllegalArgumentException(
                    fields.size() + " fields where there can be " + columns.size() + ": MAC, name, address, group");
        }
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                values.put(columns.get(i), fields.get(i));
            }
        }
        return new NodeSpec(
                read(values, Field.MAC, MacAddress::parse)
                        .orElseThrow(() -> new IllegalArgumentException("the MAC address is missing")),
                read(values, Field.NAME, Name::parse),
                read(values, Field.ADDRESS, Subnet::parseAddress),
                read(values, Field.GROUP, Name::parse));
    }

    private static <T> Optional<T> read(Map<Field, String> values, Field field, Function<String, T> parser) {
        return Optional.ofNullable(values.get(field)).map(parser);
    }
}
