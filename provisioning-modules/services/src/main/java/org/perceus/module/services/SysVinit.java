package org.perceus.module.services;

import java.util.List;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;

/** The runlevels of System V: folders of links whose names have a number, which nobody knows who does not see them. */
final class SysVinit implements ServiceManager {
    private static final List<Integer> RUNLEVELS = List.of(2, 3, 4, 5);

    /** Behind what other services need, and before the agent, which is the last. */
    private static final String ORDER = "S90";

    @Override
    public void turnOn(String service, NodeScript.Builder script) {
        String name = InitScript.name(service);
        RUNLEVELS.forEach(
                runlevel -> script.linkFile("../init.d/" + name, "/etc/rc" + runlevel + ".d/" + ORDER + name));
        // startpar starts nothing that is not in the files of insserv, which only insserv can make anew
        script.writeFile("/etc/init.d/.legacy-bootordering", "644", "");
    }

    @Override
    public void turnOff(String service, NodeScript.Builder script) throws ProvisioningException {
        throw new ProvisioningException("the node's system starts its services by sysvinit, where " + service
                + " cannot be taken out by files: use services-masked instead of services-off");
    }

    @Override
    public void mask(String service, NodeScript.Builder script) {
        script.writeFile("/etc/init.d/" + InitScript.name(service), "755", "#!/bin/sh\n# masked by Perceus\nexit 0\n");
    }
}
