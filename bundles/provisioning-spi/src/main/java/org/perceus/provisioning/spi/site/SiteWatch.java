package org.perceus.provisioning.spi.site;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** Looks at something again and again, on a thread of its own, until it is closed. Thread-safe. */
public final class SiteWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SiteWatch.class.getName());
    private static final long STOP_MS = 5_000;

    private final Thread thread;

    private SiteWatch(Thread thread) {
        this.thread = thread;
    }

    /**
     * Begins with a look at once.
     *
     * @param name of the thread: the class of the module
     * @param pause how long it waits between two looks
     * @param look looks once; what it throws is logged, and the next look follows all the same
     * @param end is run on the same thread behind the last look
     */
    public static SiteWatch start(String name, Duration pause, Runnable look, Runnable end) {
        Thread thread = new Thread(() -> watch(name, pause, look, end), name);
        thread.setDaemon(true);
        // of whoever starts the module, and no business of this thread
        thread.setContextClassLoader(null);
        thread.start();
        return new SiteWatch(thread);
    }

    /** The same without anything behind the last look. */
    public static SiteWatch start(String name, Duration pause, Runnable look) {
        return start(name, pause, look, () -> {});
    }

    /** Ends the watch, and waits for a look that is under way, for some seconds at most. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void watch(String name, Duration pause, Runnable look, Runnable end) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookSafely(name, look);
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end.run();
        }
    }

    private static void lookSafely(String name, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, name + " could not look at the site's files", e);
        }
    }
}
