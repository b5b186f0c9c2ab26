package org.perceus.provisioning.spi.hardware;

/**
 * How the processors of a machine are made up, when all are alike. Immutable.
 *
 * @param sockets processors
 * @param cores cores of each
 * @param threads threads of each core
 */
public record CpuTopology(int sockets, int cores, int threads) {
    /** How many threads they run at once. */
    public int cpus() {
        return sockets * cores * threads;
    }
}
