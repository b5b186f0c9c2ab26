package org.perceus.administration.internal.operation;

import org.perceus.node.operation.RunningOperation;
import org.perceus.vnfs.Progress;

/** Progress that becomes the time-line of an operation, and is passed on. */
record RecordedProgress(RunningOperation operation, Progress follower) implements Progress {
    @Override
    public void at(String task, long done, long total) {
        operation.step(task);
        if (total > 0) {
            operation.progress((int) Math.min(100, done * 100.0 / total));
        }
        follower.at(task, done, total);
    }
}
