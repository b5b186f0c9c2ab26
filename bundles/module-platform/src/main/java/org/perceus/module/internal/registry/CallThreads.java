package org.perceus.module.internal.registry;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes the threads on which modules are called. */
final class CallThreads {
    private CallThreads() {}

    /** Threads that are made when they are needed, do not hold up the end of the container, and refuse more work than there are. */
    static ExecutorService atMost(int calls) {
        return new ThreadPoolExecutor(0, calls, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "perceus-module-call");
            thread.setDaemon(true);
            return thread;
        });
    }
}
