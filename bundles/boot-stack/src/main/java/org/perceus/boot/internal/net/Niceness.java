package org.perceus.boot.internal.net;

import com.sun.jna.LastErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nice value of a thread (setpriority(2)), which Java does not set without a privilege even to lower it. */
public final class Niceness {
    private static final Logger LOG = LoggerFactory.getLogger(Niceness.class);
    private static final int CALLING_THREAD = 0;

    /** It gets a third of the share of others (sched(7)). */
    private static final int STEPS = 5;

    private static final int LARGEST = 19;

    private Niceness() {}

    /** Has the calling thread give way to others of this process, for good; everybody may do that. */
    public static void giveWay() {
        try {
            int now = LibC.INSTANCE.getpriority(LibC.PRIO_PROCESS, CALLING_THREAD);
            LibC.INSTANCE.setpriority(LibC.PRIO_PROCESS, CALLING_THREAD, Math.min(LARGEST, now + STEPS));
        } catch (LastErrorException | LinkageError e) {
            LOG.debug("{} does not give way", Thread.currentThread().getName(), e);
        }
    }
}
