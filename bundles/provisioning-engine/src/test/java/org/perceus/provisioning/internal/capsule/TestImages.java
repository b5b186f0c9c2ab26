package org.perceus.provisioning.internal.capsule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.perceus.module.BuildProgress;
import org.perceus.module.ImageResult;
import org.perceus.module.internal.image.ImageBuilder;
import org.perceus.module.testing.FakeClock;
import org.perceus.module.testing.FakeModules;
import org.perceus.provisioning.internal.BuildOperations;
import org.perceus.provisioning.internal.DiskWriter;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.provisioning.internal.FakeLibrary;
import org.perceus.provisioning.internal.FakePacker;
import org.perceus.provisioning.internal.FakeTrees;

/** Images of capsules, with all that they are built of. */
public final class TestImages {
    public final FakeArtifacts artifacts = new FakeArtifacts();
    public final FakePacker packer = new FakePacker(artifacts);
    public final FakeTrees trees = new FakeTrees();
    public final FakeLibrary library = new FakeLibrary();
    public final LibraryCapsules capsules = new LibraryCapsules(library, artifacts, packer, trees);
    public final FakeModules modules = new FakeModules();
    private final ImageBuilder images;

    public TestImages(Path folder) {
        images = new ImageBuilder(
                folder,
                () -> Duration.ofSeconds(10),
                () -> 1,
                capsules,
                modules.registry(),
                new DiskWriter(),
                new BuildOperations(),
                new FakeClock());
    }

    /** What builds them. */
    public ImageBuilder images() {
        return images;
    }

    /** Builds an image and waits for it. */
    public ImageResult prepare(String capsule, String method) throws Exception {
        return images.prepare(capsule, method, BuildProgress.none())
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Stops building. */
    public void close() throws InterruptedException {
        packer.release();
        images.stop();
        modules.registry().stop();
    }
}
