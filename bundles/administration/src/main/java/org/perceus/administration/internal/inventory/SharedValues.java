package org.perceus.administration.internal.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.SettingCheck;

/** Which nodes of a file have the same value of a setting. Immutable. */
final class SharedValues {
    private record Value(SettingKey key, String text) {}

    private final Map<Value, List<Integer>> lines = new LinkedHashMap<>();

    SharedValues(List<NodeFile.Entry> entries) {
        for (NodeFile.Entry entry : entries) {
            entry.spec().settings().forEach((key, text) -> lines.computeIfAbsent(
                            new Value(key, text), value -> new ArrayList<>())
                    .add(entry.line()));
        }
    }

    /** What is wrong with values that several nodes have and one alone can, each with the number of the second line. */
    List<String> problems(SettingCheck check) {
        List<String> problems = new ArrayList<>();
        lines.forEach((value, numbers) -> {
            if (numbers.size() > 1) {
                check.sharingObjection(Map.of(value.key(), Optional.of(value.text())))
                        .ifPresent(objection -> problems.add(
                                "line " + numbers.get(1) + ": as in line " + numbers.get(0) + ", " + objection));
            }
        });
        return problems;
    }
}
