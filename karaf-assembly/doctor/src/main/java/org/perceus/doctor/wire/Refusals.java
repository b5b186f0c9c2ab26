package org.perceus.doctor.wire;

import com.sun.jna.LastErrorException;
import java.io.IOException;

/** What the kernel's refusals mean. */
final class Refusals {
    private static final int EPERM = 1;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;
    private static final int ENETDOWN = 100;

    private Refusals() {}

    static IOException of(String what, LastErrorException e) {
        return switch (e.getErrorCode()) {
            case EPERM, EACCES -> new PermissionNeededException();
            case ENODEV -> new IOException("there is no such device", e);
            case ENETDOWN -> new IOException("the device is switched off", e);
            default -> new IOException(what + ": " + e.getMessage(), e);
        };
    }
}
