package org.perceus.provisioning.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.address.VlanId;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.internal.proof.MachineMark;
import org.perceus.provisioning.internal.script.SeenMachine;

/**
 * What Perceus OS saw of a machine. Immutable.
 *
 * @param machine what a script has to know of it
 * @param summary the machine in a line for people, which {@link org.perceus.provisioning.internal.hardware.ReportedHardware}
 *     reads again
 * @param mark what tells it from others, as far as its firmware says it
 */
record HardwareReport(SeenMachine machine, String summary, Optional<String> mark) {
    private static final Pattern TOPOLOGY = Pattern.compile("([1-9][0-9]{0,3}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})");

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
        return new HardwareReport(
                new SeenMachine(
                        memory,
                        values.first("mac").flatMap(MacAddress::find),
                        values.first("vlan").flatMap(VlanId::find)),
                String.join(", ", parts),
                MachineMark.of(values.first("uuid"), values.first("serial")));
    }
}
