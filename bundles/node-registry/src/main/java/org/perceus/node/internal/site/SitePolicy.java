package org.perceus.node.internal.site;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.pool.NamePattern;

/**
 * What the site's configuration says of all nodes. Immutable.
 *
 * @param names how nodes are named that were given no name
 * @param group the group of nodes that were given none
 * @param approve whether discovered nodes may be provisioned at once
 * @param settings settings of nodes that neither the node nor its group has
 */
public record SitePolicy(NamePattern names, Name group, boolean approve, SortedMap<SettingKey, String> settings) {
    private static final String SETTING = "setting.";

    public SitePolicy {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * Reads the configuration; where it is wrong, the default holds.
     *
     * @param complaints gets a sentence for each property that is wrong
     */
    public static SitePolicy read(Map<String, ?> properties, Consumer<String> complaints) {
        NamePattern usual = NamePattern.parse("n####", 0);
        NamePattern pattern = value(properties, "namePattern", usual, text -> NamePattern.parse(text, 0), complaints);
        SortedMap<SettingKey, String> settings = new TreeMap<>();
        new TreeMap<>(properties)
                .keySet().stream()
                        .filter(key -> key.startsWith(SETTING))
                        .forEach(key -> value(properties, key, "", text -> put(settings, key, text), complaints));
        return new SitePolicy(
                value(properties, "nameFirst", pattern, text -> from(pattern, text), complaints),
                value(properties, "defaultGroup", new Name("default"), Name::parse, complaints),
                // whoever misspells this must not have strangers provisioned
                value(properties, "approve", isUnset(properties, "approve"), SitePolicy::approve, complaints),
                settings);
    }

    /** The name of the property that has a site's setting. */
    public static String property(SettingKey key) {
        return SETTING + key;
    }

    private static String put(Map<SettingKey, String> settings, String property, String text) {
        SettingKey key = new SettingKey(property.substring(SETTING.length()));
        SettingValue.objection(key, text).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        settings.put(key, text);
        return text;
    }

    private static NamePattern from(NamePattern pattern, String first) {
        if (!first.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("'" + first + "' is not a first number: use digits alone");
        }
        return NamePattern.parse(pattern.toString(), Integer.parseInt(first));
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

    private static boolean isUnset(Map<String, ?> properties, String key) {
        return text(properties, key).isEmpty();
    }

    private static String text(Map<String, ?> properties, String key) {
        return Objects.toString(properties.get(key), "").trim();
    }

    /** What a reader makes of a property; what else holds when it is not set or cannot be read. */
    private static <T> T value(
            Map<String, ?> properties,
            String key,
            T otherwise,
            Function<String, T> reader,
            Consumer<String> complaints) {
        String text = text(properties, key);
        try {
            return text.isEmpty() ? otherwise : reader.apply(text);
        } catch (IllegalArgumentException e) {
            complaints.accept(key + ": " + e.getMessage());
            return otherwise;
        }
    }
}
