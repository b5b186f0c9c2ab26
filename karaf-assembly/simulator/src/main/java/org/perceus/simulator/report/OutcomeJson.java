package org.perceus.simulator.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.perceus.simulator.node.Incident;
import org.perceus.simulator.node.Step;

/** An outcome as JSON; times are milliseconds. */
public final class OutcomeJson {
    private OutcomeJson() {}

    /** One object on one line; the fields are documented in {@code docs/simulate.md} and stay. */
    public static String of(Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("nodes", outcome.nodes());
        fields.put("ready", outcome.record().ready());
        fields.put("failed", outcome.record().failed());
        fields.put("ms", outcome.millis());
        fields.put("nodesPerSecond", outcome.rate());
        fields.put("simulatorProcessorMs", outcome.processorMillis());
        fields.put("simulatorLagMs", outcome.lagMillis());
        fields.put("simulatorSocketWaits", outcome.socketWaits());
        fields.put("steps", steps(outcome.record()));
        Map<String, Object> incidents = new LinkedHashMap<>();
        for (Incident incident : Incident.values()) {
            incidents.put(incident.key(), outcome.record().of(incident));
        }
        fields.put("counted", incidents);
        fields.put("waits", outcome.record().waits());
        fields.put("failures", outcome.record().failures());
        return json(fields);
    }

    private static Map<String, Object> steps(Record record) {
        Map<String, Object> steps = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            Durations durations = record.of(step);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("times", durations.count());
            one.put("p50", durations.percentile(50));
            one.put("p90", durations.percentile(90));
            one.put("p99", durations.percentile(99));
            one.put("longest", durations.percentile(100));
            steps.put(step.key(), one);
        }
        return steps;
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
