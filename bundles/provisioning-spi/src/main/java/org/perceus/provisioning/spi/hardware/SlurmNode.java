package org.perceus.provisioning.spi.hardware;

import java.util.Optional;

/** A node as slurm.conf(5) has it. */
public final class SlurmNode {
    private SlurmNode() {}

    /**
     * Its line, without an end; a comment that says why when there can be none.
     *
     * @param name its host name
     * @param address IPv4 in dotted decimal, if it has one
     * @param hardware what its machine has, as far as it said
     */
    public static String line(String name, Optional<String> address, Optional<Hardware> hardware) {
        if (hardware.isEmpty()) {
            return "# " + name + " has not said what it has: boot it once";
        }
        return hardware.get()
                .topology()
                .map(cpus -> line(name, address, cpus, hardware.get().memoryMib()))
                .orElse("# " + name + " has cores that are not all alike: write its line by hand");
    }

    private static String line(String name, Optional<String> address, CpuTopology cpus, long memoryMib) {
        String at = address.map(known -> " NodeAddr=" + known).orElse("");
        return "NodeName=" + name + at + " CPUs=" + cpus.cpus() + " Sockets=" + cpus.sockets() + " CoresPerSocket="
                + cpus.cores() + " ThreadsPerCore=" + cpus.threads() + " RealMemory=" + memoryMib;
    }
}
