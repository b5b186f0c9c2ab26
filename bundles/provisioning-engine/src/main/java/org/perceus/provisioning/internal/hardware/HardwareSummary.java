package org.perceus.provisioning.internal.hardware;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.module.OneLine;
import org.perceus.provisioning.spi.hardware.CpuTopology;
import org.perceus.provisioning.spi.hardware.Hardware;

/** Reads the line that a time-line has of a machine: what people read there is all that is kept of its report. */
final class HardwareSummary {
    private static final int LONGEST_MODEL = 120;

    /** What machines are called may be anything, so this holds at the end. */
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<model>.*), )?(?<cpus>[1-9][0-9]{0,3}) CPU"
                    + "(?: \\((?<sockets>[0-9]{1,4})x(?<cores>[0-9]{1,4})x(?<threads>[0-9]{1,4})\\))?"
                    + ", (?<gib>[0-9]{1,7})\\.(?<tenth>[0-9]) GiB RAM(?:, (?<firmware>BIOS|UEFI))?, (?<disks>[0-9]{1,5}) disks");

    private HardwareSummary() {}

    /** What a machine has by its line; empty when that does not say how many processors and how much memory. */
    static Optional<Hardware> read(String line) {
        return Optional.of(FORM.matcher(line)).filter(Matcher::matches).map(HardwareSummary::hardware);
    }

    private static Hardware hardware(Matcher found) {
        int cpus = Integer.parseInt(found.group("cpus"));
        return new Hardware(
                OneLine.of(Optional.ofNullable(found.group("model")).orElse(""), LONGEST_MODEL),
                cpus,
                topology(found).filter(topology -> topology.cpus() == cpus),
                memoryMib(Long.parseLong(found.group("gib") + found.group("tenth"))),
                Optional.ofNullable(found.group("firmware")),
                Integer.parseInt(found.group("disks")));
    }

    private static Optional<CpuTopology> topology(Matcher found) {
        return Optional.ofNullable(found.group("sockets"))
                .map(sockets -> new CpuTopology(
                        Integer.parseInt(sockets),
                        Integer.parseInt(found.group("cores")),
                        Integer.parseInt(found.group("threads"))));
    }

    /** The tenth may have been rounded up, and the kernel of the second OS may keep more for itself. */
    private static long memoryMib(long tenthsOfGib) {
        return Math.max(1, (tenthsOfGib * 1024 - 512) / 10 * 63 / 64);
    }
}
