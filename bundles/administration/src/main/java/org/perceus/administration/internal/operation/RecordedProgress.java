package org.perceus.administration.internal.operation;

import org.perceus.administration.operation.DeedProgress;
import org.perceus.node.operation.RunningOperation;
import org.perceus.vnfs.Progress;

/**
 * Progress that becomes the time-line of an operation, and is passed on. Who follows hears of the operation when there is
 * progress: of what is refused at once there is nothing to follow. Thread-safe.
 */
final class RecordedProgress implements Progress {
    private final RunningOperation operation;
    private final DeedProgress follower;
    private boolean told;

    RecordedProgress(RunningOperation operation, DeedProgress follower) {
        this.operation = operation;
        this.follower = follower;
    }

    @Override
    public synchronized void at(String task, long done, long total) {
        if (!told && operation.id() > 0) {
            follower.began(operation.id());
        }
        told = true;
        operation.step(task);
        if (total > 0) {
            operation.progress((int) Math.min(100, done * 100.0 / total));
        }
        follower.at(task, done, total);
    }
}
