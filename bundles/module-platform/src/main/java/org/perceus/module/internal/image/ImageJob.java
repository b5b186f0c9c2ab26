package org.perceus.module.internal.image;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.perceus.module.BuildProgress;
import org.perceus.module.ImageResult;

/** A build that is waiting or under way, and those who follow it. Thread-safe. */
final class ImageJob implements BuildProgress {
    private final CompletableFuture<ImageResult> result = new CompletableFuture<>();
    private final List<BuildProgress> followers = new CopyOnWriteArrayList<>();
    private volatile String words = "waiting for its turn";
    private volatile long movedAt;

    void follow(BuildProgress follower) {
        followers.add(follower);
    }

    CompletableFuture<ImageResult> result() {
        return result;
    }

    /** How far it is, in a few words. */
    String words() {
        return words;
    }

    /** Its turn has come. */
    void begin() {
        movedAt = System.nanoTime();
    }

    /** For how long it has been without progress since its turn came. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - movedAt);
    }

    @Override
    public void at(String task, long done, long total) {
        movedAt = System.nanoTime();
        words = total > 0 ? task + " " + done * 100 / total + " %" : task;
        for (BuildProgress follower : followers) {
            try {
                follower.at(task, done, total);
            } catch (RuntimeException e) {
                // Whoever cannot be told any more, as its terminal is closed, must not end the build of all others.
                followers.remove(follower);
            }
        }
    }
}
