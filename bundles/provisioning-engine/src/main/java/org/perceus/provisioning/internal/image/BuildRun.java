package org.perceus.provisioning.internal.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.file.PathUtils;
import org.perceus.provisioning.internal.module.Lease;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Capsule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a method's build on a thread of its own, and gives it up when it makes no progress: then its thread is left
 * behind, with the lease, until the module's code ends. Thread-safe.
 */
final class BuildRun {
    private static final Logger LOG = LoggerFactory.getLogger(BuildRun.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final ImageTools tools;
    private final Path work;
    private final Duration stall;

    /**
     * @param work where each build gets a folder
     * @param stall how long a build may be without progress
     */
    BuildRun(ImageTools tools, Path work, Duration stall) {
        this.tools = tools;
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
    Image run(Capsule capsule, Lease<ProvisioningMethod> lease, ImageJob job)
            throws ProvisioningException, IOException, StalledBuild {
        Path folder;
        try {
            Files.createDirectories(work);
            folder = Files.createTempDirectory(work, "build");
        } catch (IOException e) {
            lease.close();
            throw e;
        }
        MethodBuild build = new MethodBuild(capsule, tools, folder, job);
        FutureTask<Image> task = new FutureTask<>(() -> {
            lease.module().build(build);
            return build.image();
        });
        Thread thread = new Thread(() -> run(task, lease, folder), "perceus-image-build");
        thread.setDaemon(true);
        thread.setContextClassLoader(lease.module().getClass().getClassLoader());
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
                Duration left = stall.minus(job.idle());
                if (left.isNegative() || left.isZero()) {
                    task.cancel(true);
                    thread.join(LAST_WORDS.toMillis());
                    throw new StalledBuild("made no progress for " + stall.toSeconds() + " s");
                }
                try {
                    Image image = task.get(left.toMillis() + 1, TimeUnit.MILLISECONDS);
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
            throw new ProvisioningException("the engine is stopping");
        }
    }

    /** What the module's code threw, for the caller to make a sentence of. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException thrown(Throwable cause) throws T {
        throw (T) cause;
    }
}
