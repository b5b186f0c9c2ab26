package org.perceus.module.internal.image;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.perceus.module.BuildProgress;
import org.perceus.module.ImageResult;
import org.perceus.module.testing.FakeClock;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeStore;
import org.perceus.module.testing.PlainWriter;

/** A builder of images with all that it works on. */
public final class ImageSite {
    public final HeardBuilds builds = new HeardBuilds();
    public final FakeStore store = new FakeStore();
    public final FakeModules modules = new FakeModules();
    public final FakeClock clock = new FakeClock();

    /** How many images are built at once. */
    public volatile int buildersConfigured = 1;

    private final Path folder;
    private volatile Duration stall;
    private ImageBuilder builder;

    public ImageSite(Path folder) {
        this(folder, Duration.ofSeconds(10));
    }

    /** One that gives up builds early. */
    public ImageSite(Path folder, Duration stall) {
        this.folder = folder;
        this.stall = stall;
        this.builder = open();
    }

    /** The builder. */
    public ImageBuilder builder() {
        return builder;
    }

    /** Where the files of images are. */
    Path images() {
        return folder.resolve("images");
    }

    /** Configures after what time without progress a build is given up. */
    void stall(Duration other) {
        stall = other;
    }

    /** Stops it and starts another with the same files. */
    public void restart() throws InterruptedException {
        builder.stop();
        builder = open();
    }

    /** Builds an image and waits for it. */
    public ImageResult prepare(String capsule, String method) throws Exception {
        return builder.prepare(capsule, method, BuildProgress.none())
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Stops it. */
    public void close() throws InterruptedException {
        store.release();
        builder.stop();
        modules.registry().stop();
    }

    private ImageBuilder open() {
        return new ImageBuilder(
                folder,
                () -> stall,
                () -> buildersConfigured,
                store,
                modules.registry(),
                new PlainWriter(),
                builds,
                clock);
    }
}
