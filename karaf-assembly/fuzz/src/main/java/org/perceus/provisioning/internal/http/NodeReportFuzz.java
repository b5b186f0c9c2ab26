package org.perceus.provisioning.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.perceus.fuzz.Promise;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.internal.hardware.ReportedHardware;

/** The body of a node's request: its lines, the machine that they tell of, and the clock. */
public final class NodeReportFuzz {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final MacAddress MAC = new MacAddress(1);
    private static final List<String> KEYS =
            List.of("event", "name", "message", "vendor", "product", "cpus", "topology", "firmware", "disk", "clock");
    private static final int LONGEST_VALUE = 500;
    /** Four values, of which one may become three times as long in upper case. */
    private static final int LONGEST_SUMMARY = 6 * LONGEST_VALUE + 100;

    private static final ReportedHardware HARDWARE = new ReportedHardware(null);

    private NodeReportFuzz() {}

    /** One body. */
    public static void fuzzerTestOneInput(byte[] body) {
        KeyValues values = Promise.orNull(() -> KeyValues.parse(body));
        if (values == null) {
            return;
        }
        KEYS.forEach(key -> values.all(key).forEach(NodeReportFuzz::line));
        Promise.kept(values.number("clock") >= 0, "numbers are not negative");
        ClockError.of(values.number("clock"), NOW).ifPresent(Promise::sentence);
        HardwareReport report = HardwareReport.of(values);
        Promise.kept(report.machine().memoryKib() >= 0, "there is no less than no memory");
        Promise.kept(report.summary().length() <= LONGEST_SUMMARY, "a machine's line is bounded");
        HARDWARE.report(MAC, report.summary());
        Promise.equal(
                values.all("vendor"),
                KeyValues.parse(written("vendor", values)).all("vendor"),
                "what is written is read again");
    }

    private static void line(String value) {
        Promise.kept(value.length() <= LONGEST_VALUE, "values are bounded");
        Promise.kept(value.chars().noneMatch(Character::isISOControl), "values are one line");
    }

    private static byte[] written(String key, KeyValues values) {
        StringBuilder lines = new StringBuilder();
        values.all(key)
                .forEach(value -> lines.append(key).append('=').append(value).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
