package org.perceus.doctor.wire;

import java.io.IOException;

/** This account may not send and hear packets. */
public final class PermissionNeededException extends IOException {
    private static final long serialVersionUID = 1;

    public PermissionNeededException() {
        super("only root may send and hear such packets");
    }
}
