package org.perceus.module.internal.image;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.perceus.module.BuildProgress;
import org.perceus.module.ImageResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has so many images built at once as are configured, and each once, however many ask for it. Thread-safe. */
final class BuildQueue {
    private static final Logger LOG = LoggerFactory.getLogger(BuildQueue.class);
    private static final ImageResult STOPPING = new ImageResult.Failed("the module platform is stopping");
    private static final long STOP_SECONDS = 3;

    private final IntSupplier size;
    private final Map<ImageKey, ImageJob> jobs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor builders = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> new Thread(work, "perceus-image-builder"));

    /** @param size how many may be built at once */
    BuildQueue(IntSupplier size) {
        this.size = size;
    }

    /** What is waiting or under way for an image. */
    Optional<ImageJob> find(ImageKey key) {
        return Optional.ofNullable(jobs.get(key));
    }

    /**
     * Queues the build of an image, unless that is waiting or under way.
     *
     * @param account of the administrator who wants it; empty when it is none
     * @param build gives a result whatever happens in it
     */
    ImageJob join(ImageKey key, String account, BuildProgress follower, Function<ImageJob, ImageResult> build) {
        ImageJob fresh = new ImageJob(account);
        ImageJob job = Optional.ofNullable(jobs.putIfAbsent(key, fresh)).orElse(fresh);
        job.follow(follower);
        if (job == fresh) {
            try {
                resize();
                builders.execute(() -> end(key, fresh, build.apply(fresh)));
            } catch (RejectedExecutionException e) {
                end(key, fresh, STOPPING);
            }
        }
        return job;
    }

    void stop() throws InterruptedException {
        builders.shutdownNow();
        if (!builders.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A build of an image did not stop in time");
        }
        jobs.values().forEach(job -> job.end(STOPPING));
    }

    private void end(ImageKey key, ImageJob job, ImageResult result) {
        jobs.remove(key);
        job.end(result);
    }

    /** What is configured holds from the next build on; builds under way are not ended by it. */
    private synchronized void resize() {
        int most = size.getAsInt();
        builders.setCorePoolSize(Math.min(most, builders.getMaximumPoolSize()));
        builders.setMaximumPoolSize(most);
        builders.setCorePoolSize(most);
    }
}
