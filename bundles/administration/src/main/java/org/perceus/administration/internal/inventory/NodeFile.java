package org.perceus.administration.internal.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.SettingCheck;

/**
 * What a file of nodes says. Immutable.
 *
 * @param entries its nodes
 * @param problems what is wrong, each with the number of its line
 */
public record NodeFile(List<Entry> entries, List<String> problems) {
    /** A first line by which Excel is told what separates fields. */
    private static final Pattern SEPARATOR_OF_EXCEL = Pattern.compile("(?i)\"?sep=[,;|\t]\"?,*\\s*");

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
     * lines that are empty or begin with a hash are passed over. The first line with a separator tells what separates
     * the fields of all.
     *
     * @param settings the settings of nodes that a first line can name as columns, too
     */
    public static NodeFile parse(List<String> lines, Set<SettingKey> settings) {
        Separator separator = separator(lines);
        NodeColumns columns = NodeColumns.USUAL;
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? withoutMark(lines.get(0)) : lines.get(i);
            if (isPassedOver(line)) {
                continue;
            }
            boolean header = first && line.matches("\\s*[\\[{].*");
            try {
                if (header) {
                    throw new IllegalArgumentException(
                            "this is JSON or the like: give lines of MAC,name,address,group instead");
                }
                List<String> fields = CsvLine.split(line, separator);
                if (fields.stream().allMatch(String::isBlank)) {
                    continue;
                }
                header = first && (NodeColumns.isHeader(fields) || NodeColumns.isForeign(fields));
                if (header && NodeColumns.isForeign(fields)) {
                    throw new IllegalArgumentException("this is neither a node nor a header: no field is a MAC address,"
                            + " and none is the name of a column, which are " + NodeColumns.KNOWN);
                }
                if (header) {
                    columns = NodeColumns.header(
                            fields.stream().map(String::strip).toList(), settings);
                } else {
                    entries.add(new Entry(i + 1, columns.spec(fields)));
                }
            } catch (IllegalArgumentException e) {
                problems.add("line " + (i + 1) + ": " + e.getMessage());
                if (header) {
                    // without its columns no line can be judged
                    break;
                }
            }
            first = false;
        }
        return new NodeFile(entries, problems);
    }

    /** The same with what is wrong with settings in view of what is installed; equal ones are compared once. */
    public NodeFile checked(SettingCheck check) {
        Map<Map<SettingKey, String>, Optional<String>> known = new HashMap<>();
        List<String> all = new ArrayList<>(problems);
        for (Entry entry : entries) {
            known.computeIfAbsent(entry.spec().settings(), settings -> check.objection(changes(settings)))
                    .ifPresent(objection -> all.add("line " + entry.line() + ": " + objection));
        }
        all.addAll(new SharedValues(entries).problems(check));
        return new NodeFile(entries, all);
    }

    private static Map<SettingKey, Optional<String>> changes(Map<SettingKey, String> settings) {
        Map<SettingKey, Optional<String>> changes = new HashMap<>();
        settings.forEach((key, value) -> changes.put(key, Optional.of(value)));
        return changes;
    }

    private static Separator separator(List<String> lines) {
        return lines.stream()
                .filter(line -> !isPassedOver(withoutMark(line)))
                .flatMap(line -> Separator.of(line).stream())
                .findFirst()
                .orElse(Separator.COMMA);
    }

    private static boolean isPassedOver(String line) {
        return line.isBlank()
                || line.stripLeading().startsWith("#")
                || SEPARATOR_OF_EXCEL.matcher(line).matches();
    }

    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
