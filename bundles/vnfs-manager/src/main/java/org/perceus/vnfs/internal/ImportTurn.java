package org.perceus.vnfs.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;

/** Lets imports run one at a time: each may take its share of the memory, and packing has all processors anyway. */
final class ImportTurn {
    private final Lock turn = new ReentrantLock(true);

    /** What reads a source. */
    interface Reading {
        ImportResult result() throws IOException;
    }

    /** Reads when all are done that came before. */
    ImportResult await(Progress progress, Reading reading) throws IOException {
        try {
            if (!turn.tryLock()) {
                progress.at("waiting for other imports", 0, 0);
                turn.lockInterruptibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        }
        try {
            return reading.result();
        } finally {
            turn.unlock();
        }
    }
}
