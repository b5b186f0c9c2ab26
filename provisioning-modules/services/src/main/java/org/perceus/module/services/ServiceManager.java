package org.perceus.module.services;

import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;

/** Who starts the services of a system, and how files tell it which. */
interface ServiceManager {
    /** A service is started with the system. */
    void turnOn(String service, NodeScript.Builder script) throws ProvisioningException;

    /** A service is not started with the system, and can be started by hand. */
    void turnOff(String service, NodeScript.Builder script) throws ProvisioningException;

    /** A service is never started. */
    void mask(String service, NodeScript.Builder script) throws ProvisioningException;
}
