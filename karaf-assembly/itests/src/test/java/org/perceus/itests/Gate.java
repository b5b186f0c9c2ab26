package org.perceus.itests;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds work that tells its progress, from the first word on until it is opened. */
final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Told by the work. */
    void at(String task, long done, long total) {
        reached.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the work is held. */
    void awaitReached() throws InterruptedException {
        if (!reached.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("the work has not begun");
        }
    }

    void open() {
        open.countDown();
    }
}
