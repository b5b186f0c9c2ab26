package org.perceus.module.files.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.perceus.provisioning.spi.hardware.Hardware;

/** What a machine has, by name. */
final class HardwareValues {
    private HardwareValues() {}

    /** {@code null} for one that has not said it, so that no other's is taken in its place. */
    static Map<String, Object> of(Optional<Hardware> machine) {
        return machine.map(HardwareValues::values).orElse(null);
    }

    private static Map<String, Object> values(Hardware hardware) {
        Map<String, Object> values = new HashMap<>();
        values.put("model", hardware.model());
        values.put("cpus", hardware.cpus());
        hardware.topology().ifPresent(topology -> {
            values.put("sockets", topology.sockets());
            values.put("cores", topology.cores());
            values.put("threads", topology.threads());
        });
        values.put("memory", hardware.memoryMib());
        hardware.firmware().ifPresent(firmware -> values.put("firmware", firmware));
        values.put("disks", hardware.disks());
        return values;
    }
}
