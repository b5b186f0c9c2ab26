package org.perceus.shell.internal.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.CommandFailure;

/**
 * What a {@code set} command shall change. Immutable.
 *
 * @param values the new values; an empty one removes the setting
 * @param targets the words that name whose settings
 */
public record SettingChanges(Map<SettingKey, Optional<String>> values, List<String> targets) {
    /** Copies the values, in their order, and the targets. */
    public SettingChanges {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        targets = List.copyOf(targets);
    }

    /**
     * Reads words of which those with an equals sign are changes and the others targets.
     *
     * @throws CommandFailure when there are no changes, or one key twice
     */
    public static SettingChanges parse(List<String> words) {
        Map<SettingKey, Optional<String>> values = new LinkedHashMap<>();
        List<String> targets = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                targets.add(word);
                continue;
            }
            SettingKey key = new SettingKey(word.substring(0, equals));
            String value = word.substring(equals + 1);
            if (values.put(key, value.isEmpty() ? Optional.empty() : Optional.of(value)) != null) {
                throw CommandFailure.usage("'" + key + "' is set twice: give each key once");
            }
        }
        if (values.isEmpty()) {
            throw CommandFailure.usage("nothing to set: write key=value, as in capsule=debian-12");
        }
        return new SettingChanges(values, targets);
    }

    /** The changes as they are typed. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(change -> change.getKey() + "=" + change.getValue().orElse(""))
                .collect(Collectors.joining(" "));
    }
}
