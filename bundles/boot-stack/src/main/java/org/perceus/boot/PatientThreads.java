package org.perceus.boot;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.perceus.boot.internal.net.Niceness;

/**
 * Makes the threads of work whose clients wait, or come again: they give way to those that answer DHCP and TFTP, where firmware
 * gives up after a few seconds. So a server with more to do than processors loses no boot at its beginning. They do not hold up
 * the end of the container. Thread-safe.
 */
public final class PatientThreads implements ThreadFactory {
    private final String name;
    private final AtomicInteger made = new AtomicInteger();

    /** @param name of the threads, to which a number is added */
    public PatientThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(() -> run(work), name + "-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private static void run(Runnable work) {
        Niceness.giveWay();
        work.run();
    }
}
