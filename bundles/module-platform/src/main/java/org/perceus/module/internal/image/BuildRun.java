package org.perceus.module.internal.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.commons.io.file.PathUtils;
import org.perceus.module.CapsuleContent;
import org.perceus.module.CapsuleStore;
import org.perceus.module.Image;
import org.perceus.module.internal.registry.Lease;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a method's build on a thread of its own, and gives it up when it makes no progress: then its thread is left
 * behind, with the lease, until the module's code ends. Thread-safe.
 */
final class BuildRun {
    private static final Logger LOG = LoggerFactory.getLogger(BuildRun.class);
    /** So often it is looked whether the configuration has another time. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final CapsuleStore store;
    private final Path work;
    private final Supplier<Duration> stall;

    /**
     * @param work where each build gets a folder
     * @param stall how long a build may be without progress
     */
    BuildRun(CapsuleStore store, Path work, Supplier<Duration> stall) {
        this.store = store;
        this.work = work;
        this.stall = stall;
    }

    /** Removes what builds left that were cut off by the end of the container. */
    void clear() {
        try {
            if (Files.exists(work)) {
                PathUtils.deleteDirectory(work);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be cleared: {}", work, e.getMessage());
        }
    }

    /** Builds; gives the lease back when the module's code has ended. */
    Image run(CapsuleContent capsule, Lease<ProvisioningMethod> lease, ImageJob job)
            throws ProvisioningException, IOException, StalledBuild {
        Path folder;
        try {
            Files.createDirectories(work);
            folder = Files.createTempDirectory(work, "build");
        } catch (IOException e) {
            lease.close();
            throw e;
        }
        MethodBuild build = new MethodBuild(capsule, store, folder, job);
        FutureTask<Image> task = new FutureTask<>(() -> {
            lease.service().build(build);
            return build.image();
        });
        Thread thread = new Thread(() -> run(task, lease, folder), "perceus-image-build");
        thread.setDaemon(true);
        thread.setContextClassLoader(lease.service().getClass().getClassLoader());
        thread.start();
        return await(task, thread, job);
    }

    private static void run(FutureTask<Image> task, Lease<ProvisioningMethod> lease, Path folder) {
        try {
            task.run();
        } finally {
            lease.close();
            try {
                PathUtils.deleteDirectory(folder);
            } catch (IOException e) {
                LOG.warn("{} cannot be removed: {}", folder, e.getMessage());
            }
        }
    }

    private Image await(FutureTask<Image> task, Thread thread, ImageJob job)
            throws ProvisioningException, IOException, StalledBuild {
        try {
            while (true) {
                Duration most = stall.get();
                Duration left = most.minus(job.idle());
                if (left.isNegative() || left.isZero()) {
                    task.cancel(true);
                    thread.join(LAST_WORDS.toMillis());
                    throw new StalledBuild("made no progress for " + most.toSeconds() + " s");
                }
                try {
                    Image image =
                            task.get(Math.min(left.toMillis(), LONGEST_WAIT.toMillis()) + 1, TimeUnit.MILLISECONDS);
                    thread.join(LAST_WORDS.toMillis());
                    return image;
                } catch (TimeoutException e) {
                    // Whether that was without progress is seen above.
                    continue;
                }
            }
        } catch (ExecutionException e) {
            throw BuildRun.<RuntimeException>thrown(e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProvisioningException("the module platform is stopping");
        }
    }

    /** What the module's code threw, for the caller to make a sentence of. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException thrown(Throwable cause) throws T {
        throw (T) cause;
    }
}
