package org.perceus.provisioning.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.NodeHardware;

/**
 * What Perceus OS saw of a machine. Immutable.
 *
 * @param memoryKib RAM, 0 when not known
 * @param summary the machine in a line for people
 */
record HardwareReport(long memoryKib, String summary) {
    private static final Pattern TOPOLOGY = Pattern.compile("([1-9][0-9]{0,3}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})");

    /** The end of a summary, as what machines are called may be anything. */
    private static final Pattern SUMMARY =
            Pattern.compile(".*CPU \\(([0-9]{1,4})x([0-9]{1,4})x([0-9]{1,4})\\), ([0-9]{1,7})\\.([0-9]) GiB RAM"
                    + "(?:, (?:BIOS|UEFI))?, [0-9]{1,5} disks");

    /** What a machine has by the summary that it gave; empty when it did not say all of it. */
    static Optional<NodeHardware> read(String summary) {
        return Optional.of(SUMMARY.matcher(summary))
                .filter(Matcher::matches)
                .map(found -> new NodeHardware(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        memoryMib(Long.parseLong(found.group(4) + found.group(5)))));
    }

    /** The tenth may have been rounded up, and the kernel of the second OS may keep more for itself. */
    private static long memoryMib(long tenthsOfGib) {
        return Math.max(1, (tenthsOfGib * 1024 - 512) / 10 * 63 / 64);
    }

    private static String topology(KeyValues values) {
        return values.first("topology")
                .map(TOPOLOGY::matcher)
                .filter(Matcher::matches)
                .map(found -> " (" + found.group(1) + "x" + found.group(2) + "x" + found.group(3) + ")")
                .orElse("");
    }

    static HardwareReport of(KeyValues values) {
        long memory = values.number("memory-kib");
        List<String> parts = new ArrayList<>();
        values.first("vendor").ifPresent(parts::add);
        values.first("product").ifPresent(parts::add);
        values.first("cpus").ifPresent(cpus -> parts.add(cpus + " CPU" + topology(values)));
        if (memory > 0) {
            parts.add(String.format(Locale.ROOT, "%.1f GiB RAM", memory / 1048576.0));
        }
        values.first("firmware").ifPresent(firmware -> parts.add(firmware.toUpperCase(Locale.ROOT)));
        parts.add(values.all("disk").size() + " disks");
        return new HardwareReport(memory, String.join(", ", parts));
    }
}
