package org.perceus.administration.internal.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NetworkCard;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;

/**
 * Which columns the lines of an inventory have. Immutable.
 *
 * @param columns in their order
 */
record NodeColumns(List<InventoryColumn> columns) {
    /** Those of an inventory without a header. */
    static final NodeColumns USUAL =
            new NodeColumns(List.of(NodeColumn.MAC, NodeColumn.NAME, NodeColumn.ADDRESS, NodeColumn.GROUP));

    /** The names by which a header can call them. */
    static final String KNOWN = "mac, name, address, group, cards, a setting of 'perceus setting list' or x-NAME";

    private static final String SITES_OWN = "x-[a-z0-9.-]{1,62}";

    private static final Pattern MAC_LIKE = Pattern.compile(
            "[0-9a-fA-F]{2}([:-])[0-9a-fA-F]{2}\\1|[0-9a-fA-F]{4}\\.|[0-9a-fA-F]{6}|([0-9a-fA-F]{2} ){2}");

    /** Copies them. */
    NodeColumns {
        columns = List.copyOf(columns);
    }

    /** Whether fields are names of columns: one of them is known, and none is the MAC address of a node. */
    static boolean isHeader(List<String> fields) {
        return fields.stream().anyMatch(field -> NodeColumn.of(field).isPresent())
                && fields.stream().noneMatch(NodeColumns::isMac);
    }

    /** Whether fields are neither names of columns nor a node. */
    static boolean isForeign(List<String> fields) {
        List<String> words = fields.size() == 1 ? List.of(fields.get(0).split("\\s+")) : fields;
        return words.stream().noneMatch(word -> NodeColumn.of(word).isPresent())
                && fields.stream().noneMatch(field -> MAC_LIKE.matcher(field).find());
    }

    /**
     * Reads a header.
     *
     * @param settings the settings that can be columns, beside those of the site
     * @throws IllegalArgumentException with a sentence when nodes cannot be read by it without losing something
     */
    static NodeColumns header(List<String> fields, Set<SettingKey> settings) {
        Map<InventoryColumn, String> headings = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        int number = 0;
        for (String field : withoutTail(fields)) {
            number++;
            Optional<InventoryColumn> column = column(field, settings);
            if (column.isEmpty()) {
                unknown.add(field.isEmpty() ? "number " + number : "'" + field + "'");
                continue;
            }
            String before = headings.putIfAbsent(column.get(), field);
            if (before != null) {
                throw new IllegalArgumentException("a column is there twice: '" + before + "' and '" + field
                        + "' are both the " + column.get() + ": leave one of them out");
            }
        }
        if (!unknown.isEmpty()) {
            String columns = String.join(", ", unknown);
            throw new IllegalArgumentException("this is a header, and "
                    + (unknown.size() == 1
                            ? "its column " + columns + " is not known: use " + KNOWN + ", or leave it out"
                            : "its columns " + columns + " are not known: use " + KNOWN + ", or leave them out"));
        }
        if (!headings.containsKey(NodeColumn.MAC)) {
            throw new IllegalArgumentException("this is a header without a column of MAC addresses: use " + KNOWN
                    + ", of which mac has to be there");
        }
        return new NodeColumns(List.copyOf(headings.keySet()));
    }

    private static Optional<InventoryColumn> column(String heading, Set<SettingKey> settings) {
        String word = heading.toLowerCase(Locale.ROOT);
        Optional<InventoryColumn> identity = NodeColumn.of(heading).map(column -> column);
        return identity.or(() -> settings.stream()
                        .filter(key -> key.value().equals(word))
                        .findFirst()
                        .map(InventoryColumn.Setting::new))
                .or(() -> Optional.of(word)
                        .filter(one -> one.matches(SITES_OWN))
                        .map(one -> new InventoryColumn.Setting(new SettingKey(one))));
    }

    /**
     * Reads a node.
     *
     * @throws IllegalArgumentException with a sentence when the fields do not fit
     */
    NodeSpec spec(List<String> fields) {
        int count = withoutTail(fields).size();
        requireNoBlanksBetween(fields.get(0));
        requireMacInItsPlace(fields);
        if (count > columns.size()) {
            throw new IllegalArgumentException(count + " fields where there can be " + columns.size() + ": " + this);
        }
        Map<InventoryColumn, String> values = new HashMap<>();
        SortedMap<SettingKey, String> settings = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String field = fields.get(i);
            if (columns.get(i) instanceof InventoryColumn.Setting setting) {
                // whose blanks mean something
                Optional.of(field).filter(text -> !text.isEmpty()).ifPresent(text -> settings.put(setting.key(), text));
            } else if (!field.isBlank()) {
                values.put(columns.get(i), field.strip());
            }
        }
        return new NodeSpec(
                read(values, NodeColumn.MAC, MacAddress::parse)
                        .orElseThrow(() -> new IllegalArgumentException("the MAC address is missing")),
                read(values, NodeColumn.NAME, Name::parse),
                read(values, NodeColumn.ADDRESS, Ipv4Address::parse),
                read(values, NodeColumn.GROUP, Name::parse),
                settings,
                read(values, NodeColumn.CARDS, NetworkCard::parse).orElse(List.of()));
    }

    private static void requireNoBlanksBetween(String field) {
        String[] words = field.split("\\s+");
        if (words.length > 1
                && (NodeColumn.of(words[0]).isPresent() || Stream.of(words).anyMatch(NodeColumns::isMac))) {
            throw new IllegalArgumentException(
                    "fields are separated by commas, semicolons, vertical bars or tabs, not by blanks as in '" + field
                            + "'");
        }
    }

    private void requireMacInItsPlace(List<String> fields) {
        int place = columns.indexOf(NodeColumn.MAC);
        if (place >= fields.size() || isMac(fields.get(place))) {
            return;
        }
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            if (fields.get(i).indexOf(':') >= 0 && isMac(fields.get(i))) {
                throw new IllegalArgumentException("the MAC address is where the " + columns.get(i)
                        + " belongs: name the columns in a first line, as in name,mac");
            }
        }
    }

    /** Their names, as in {@code mac, name}. */
    @Override
    public String toString() {
        return columns.stream().map(InventoryColumn::toString).collect(Collectors.joining(", "));
    }

    private static <T> Optional<T> read(
            Map<InventoryColumn, String> values, NodeColumn column, Function<String, T> parser) {
        return Optional.ofNullable(values.get(column)).map(parser);
    }

    /** Spreadsheets leave empty fields at the ends of lines. */
    private static List<String> withoutTail(List<String> fields) {
        int count = fields.size();
        while (count > 0 && fields.get(count - 1).isEmpty()) {
            count--;
        }
        return fields.subList(0, count);
    }

    private static boolean isMac(String field) {
        try {
            MacAddress.parse(field.strip());
            return true;
        } catch (IllegalArgumentException e) {
            return field.indexOf(':') >= 0;
        }
    }
}
