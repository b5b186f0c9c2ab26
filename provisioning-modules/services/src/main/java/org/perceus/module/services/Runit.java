package org.perceus.module.services;

import org.perceus.provisioning.spi.NodeScript;

/** runit, which supervises each folder that a folder of links leads to. */
final class Runit implements ServiceManager {
    private static final String SERVICES = "/etc/sv/";
    private static final String SUPERVISED = "/etc/runit/runsvdir/default/";

    @Override
    public void turnOn(String service, NodeScript.Builder script) {
        String name = InitScript.name(service);
        script.linkFile(SERVICES + name, SUPERVISED + name);
    }

    /** As runsv(8) has it: such a service waits for {@code sv up}. */
    @Override
    public void turnOff(String service, NodeScript.Builder script) {
        script.writeFile(SERVICES + InitScript.name(service) + "/down", "644", "");
    }

    /** What is no folder is not supervised. */
    @Override
    public void mask(String service, NodeScript.Builder script) {
        script.linkFile("/dev/null", SUPERVISED + InitScript.name(service));
    }
}
