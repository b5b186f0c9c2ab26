package org.perceus.provisioning;

/**
 * What a machine has, as far as it matters to those who plan its work. Immutable.
 *
 * @param sockets processors
 * @param cores cores of each
 * @param threads threads of each core
 * @param memoryMib RAM that its kernel has, at least
 */
public record NodeHardware(int sockets, int cores, int threads, long memoryMib) {
    /** How many threads it runs at once. */
    public int cpus() {
        return sockets * cores * threads;
    }
}
