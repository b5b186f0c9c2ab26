package org.perceus.simulator.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.perceus.simulator.dhcp.Mac;
import org.perceus.simulator.node.Incident;
import org.perceus.simulator.node.Observer;
import org.perceus.simulator.node.Step;

/** Writes down what all nodes go through. Belongs to the loop's thread. */
public final class Record implements Observer {
    private final Map<Step, Durations> steps = new EnumMap<>(Step.class);
    private final Map<Incident, Integer> incidents = new EnumMap<>(Incident.class);
    private final Reasons waits = new Reasons();
    private final Reasons failures = new Reasons();
    private final Map<String, Mac> examples = new TreeMap<>();
    private int ready;
    private int failed;

    @Override
    public void took(Step step, long millis) {
        steps.computeIfAbsent(step, any -> new Durations()).add(millis);
    }

    @Override
    public void count(Incident incident) {
        incidents.merge(incident, 1, Integer::sum);
    }

    @Override
    public void waits(String reason) {
        waits.count(reason);
    }

    @Override
    public void ready(Mac mac) {
        ready++;
    }

    @Override
    public void failed(Mac mac, String sentence) {
        failed++;
        examples.putIfAbsent(failures.count(sentence), mac);
    }

    /** How many nodes are ready. */
    public int ready() {
        return ready;
    }

    /** How many nodes have given up. */
    public int failed() {
        return failed;
    }

    Durations of(Step step) {
        return steps.getOrDefault(step, new Durations());
    }

    int of(Incident incident) {
        return incidents.getOrDefault(incident, 0);
    }

    /** Why nodes waited, with how often they did. */
    Map<String, Integer> waits() {
        return waits.counts();
    }

    /** Why nodes gave up, with how many did. */
    Map<String, Integer> failures() {
        return failures.counts();
    }

    /** A node that gave up for a reason. */
    Mac example(String reason) {
        return examples.get(reason);
    }
}
