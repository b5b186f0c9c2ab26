package org.perceus.simulator.report;

/**
 * How a simulation went.
 *
 * @param nodes that were switched on
 * @param millis until the last was ready, or the end
 * @param processorMillis that the simulation itself took
 * @param lagMillis how late the simulation was at the worst to do something: durations are too long by up to that
 * @param socketWaits how often a node had to wait until the simulation had a socket for it
 */
public record Outcome(int nodes, long millis, long processorMillis, long lagMillis, int socketWaits, Record record) {
    /** Whether all are ready. */
    public boolean good() {
        return record.ready() == nodes;
    }

    /** Nodes in a second, to one decimal place. */
    double rate() {
        return Math.round(10_000.0 * record.ready() / Math.max(1, millis)) / 10.0;
    }

    /** Processor time of the simulation for each node. */
    double processorMillisOfNode() {
        return Math.round(1000.0 * processorMillis / Math.max(1, nodes)) / 1000.0;
    }
}
