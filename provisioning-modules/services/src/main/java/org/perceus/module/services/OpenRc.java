package org.perceus.module.services;

import java.util.List;
import org.perceus.provisioning.spi.NodeScript;

/** OpenRC, whose runlevels are folders of links to the scripts of services. */
final class OpenRc implements ServiceManager {
    private static final List<String> RUNLEVELS = List.of("sysinit", "boot", "default");

    /** Links that lead nowhere count as none. */
    private static final String NOWHERE = "/etc/perceus/off";

    @Override
    public void turnOn(String service, NodeScript.Builder script) {
        String name = InitScript.name(service);
        script.linkFile("/etc/init.d/" + name, "/etc/runlevels/default/" + name);
    }

    @Override
    public void turnOff(String service, NodeScript.Builder script) {
        String name = InitScript.name(service);
        RUNLEVELS.forEach(runlevel -> script.linkFile(NOWHERE, "/etc/runlevels/" + runlevel + "/" + name));
    }

    @Override
    public void mask(String service, NodeScript.Builder script) {
        turnOff(service, script);
        script.linkFile("/dev/null", "/etc/init.d/" + InitScript.name(service));
    }
}
