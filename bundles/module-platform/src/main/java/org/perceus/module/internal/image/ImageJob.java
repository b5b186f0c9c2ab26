package org.perceus.module.internal.image;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.perceus.module.BuildListener;
import org.perceus.module.BuildProgress;
import org.perceus.module.ImageResult;

/** A build that is waiting or under way, and those who follow it. Thread-safe. */
final class ImageJob implements BuildProgress {
    private final String account;
    private final CompletableFuture<ImageResult> result = new CompletableFuture<>();
    private final List<BuildProgress> followers = new CopyOnWriteArrayList<>();
    private volatile String words = "waiting for its turn";
    private volatile long movedAt;
    private volatile Optional<BuildListener.Build> listening = Optional.empty();

    /** @param account of the administrator who wants it; empty when it is none */
    ImageJob(String account) {
        this.account = account;
    }

    String account() {
        return account;
    }

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
    void begin(BuildListener.Build build) {
        movedAt = System.nanoTime();
        followers.add(build);
        listening = Optional.of(build);
    }

    /** It is over: those who listen to all builds hear it before those who wait for this one. */
    void end(ImageResult how) {
        listening.ifPresent(build -> build.ended(how));
        result.complete(how);
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
