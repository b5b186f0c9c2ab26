package org.perceus.vnfs.internal.root;

import java.io.InterruptedIOException;
import org.perceus.vnfs.Progress;

/** Counts the bytes of a piece of work, tells how far it is, and ends it when its thread is interrupted. */
public final class Meter {
    private static final long STEP = 1 << 20;

    private final Progress progress;
    private final String task;
    private final long total;
    private long done;
    private long told;

    /**
     * At the beginning of a task.
     *
     * @param total bytes in all; 0 when that is not known
     */
    public Meter(Progress progress, String task, long total) {
        this.progress = progress;
        this.task = task;
        this.total = total;
        progress.at(task, 0, total);
    }

    /** @throws InterruptedIOException when the thread is interrupted, which it stays */
    public void add(long bytes) throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("cancelled");
        }
        done += bytes;
        if (done - told >= STEP) {
            told = done;
            progress.at(task, done, total);
        }
    }

    /** Tells that all is done. */
    public void end() {
        progress.at(task, done, Math.max(total, done));
    }
}
