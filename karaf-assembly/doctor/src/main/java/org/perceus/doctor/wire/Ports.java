package org.perceus.doctor.wire;

import java.io.IOException;

/** Ports of this server. */
public interface Ports {
    /**
     * Whether another program has a port, so that a server on the device could not have it.
     *
     * @param tcp whether it is one of TCP, not of UDP
     * @param port 1 to 65535
     * @throws PermissionNeededException when this account may not try
     */
    boolean isTaken(String device, boolean tcp, int port) throws IOException;
}
