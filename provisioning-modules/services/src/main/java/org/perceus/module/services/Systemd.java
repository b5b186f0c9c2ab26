package org.perceus.module.services;

import java.util.Map;
import org.perceus.provisioning.spi.NodeScript;

/** systemd, whose units are services unless their names say otherwise (systemd.unit(5)). */
final class Systemd implements ServiceManager {
    private static final String UNITS = "/etc/systemd/system/";

    private static final Map<String, String> TARGETS = Map.of(
            "service", "multi-user.target",
            "target", "multi-user.target",
            "path", "paths.target",
            "socket", "sockets.target",
            "timer", "timers.target");

    /** The agent, which is started when all else is, leaves this file behind. */
    private static final String AFTER_THE_START = "[Unit]\nConditionPathExists=/run/perceus/agent\n";

    /** Of such a link systemd reads the name alone, wherever the unit is. */
    @Override
    public void turnOn(String service, NodeScript.Builder script) {
        String unit = unit(service);
        String target = TARGETS.get(kind(unit));
        script.linkFile("/usr/lib/systemd/system/" + unit, UNITS + target + ".wants/" + unit);
    }

    /** Where the capsule has the links that start it cannot be known, so it is kept from being started by them. */
    @Override
    public void turnOff(String service, NodeScript.Builder script) {
        script.writeFile(UNITS + unit(service) + ".d/perceus-off.conf", "644", AFTER_THE_START);
    }

    @Override
    public void mask(String service, NodeScript.Builder script) {
        script.linkFile("/dev/null", UNITS + unit(service));
    }

    private static String unit(String service) {
        return TARGETS.containsKey(kind(service)) ? service : service + ".service";
    }

    private static String kind(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
