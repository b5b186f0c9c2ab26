package org.perceus.provisioning.spi.hardware;

import java.util.Optional;

/**
 * What a machine has, as it said itself when it ran Perceus OS. Immutable; machines that have the same may share one.
 *
 * @param model what its maker calls it: text of one line from the machine, hostile until quoted; empty when it did not say
 * @param cpus how many threads it runs at once
 * @param topology how these are made up; empty for a machine whose cores are not all alike
 * @param memoryMib RAM in MiB, at least: a little less than it said, as a kernel keeps some for itself
 * @param firmware {@code BIOS} or {@code UEFI}; empty when it did not say
 * @param disks how many disks
 */
public record Hardware(
        String model, int cpus, Optional<CpuTopology> topology, long memoryMib, Optional<String> firmware, int disks) {}
