package org.perceus.doctor.wire;

import com.sun.jna.LastErrorException;
import java.util.function.BooleanSupplier;

/** Whether the kernel's clock is kept right by a program (adjtimex(2)). */
public final class KernelClock implements BooleanSupplier {
    private static final int NOT_SYNCHRONISED = 5;

    /** Larger than the state is on any machine; all zero, it asks and changes nothing. */
    private static final int ROOM = 512;

    @Override
    public boolean getAsBoolean() {
        try {
            return LibC.INSTANCE.adjtimex(new byte[ROOM]) != NOT_SYNCHRONISED;
        } catch (LastErrorException | LinkageError e) {
            return false;
        }
    }
}
