package org.perceus.node.internal.registry;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;

/**
 * What the site's configuration says of all nodes. Immutable.
 *
 * @param names how nodes are named that were given no name
 * @param group the group of nodes that were given none
 * @param approve whether discovered nodes may be provisioned at once
 * @param settings settings of nodes that neither the node nor its group has
 */
record SitePolicy(NamePattern names, Name group, boolean approve, SortedMap<SettingKey, String> settings) {
    private static final String SETTING = "setting.";

    SitePolicy {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * Reads the configuration; where it is wrong, the default holds.
     *
     * @param complaints gets a sentence for each property that is wrong
     */
    static SitePolicy read(Map<String, ?> properties, Consumer<String> complaints) {
        Function<String, String> text =
                key -> Objects.toString(properties.get(key), "").trim();
        NamePattern names = value(
                () -> NamePattern.parse(or(text.apply("namePattern"), "n####"), first(text.apply("nameFirst"))),
                NamePattern.parse("n####", 0),
                complaints);
        Name group =
                value(() -> Name.parse(or(text.apply("defaultGroup"), "default")), new Name("default"), complaints);
        // whoever misspells this must not have strangers provisioned
        boolean approve = value(() -> approve(or(text.apply("approve"), "auto")), false, complaints);
        SortedMap<SettingKey, String> settings = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(SETTING)) {
                value(
                        () -> settings.put(
                                new SettingKey(key.substring(SETTING.length())),
                                SettingValue.check(key, String.valueOf(value))),
                        "",
                        complaints);
            }
        });
        return new SitePolicy(names, group, approve, settings);
    }

    private static int first(String text) {
        if (!text.matches("\\d{0,6}")) {
            throw new IllegalArgumentException("'" + text + "' is not a first number: use digits alone");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static boolean approve(String text) {
        return switch (text) {
            case "auto" -> true;
            case "manual" -> false;
            default ->
                throw new IllegalArgumentException(
                        "'" + text
                                + "' is not a way to approve nodes, so they wait for you: write approve=auto or approve=manual");
        };
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static <T> T value(Supplier<T> reader, T otherwise, Consumer<String> complaints) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            complaints.accept(e.getMessage());
            return otherwise;
        }
    }
}
