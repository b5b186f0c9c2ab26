package org.perceus.provisioning.internal.image;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.perceus.provisioning.ImageResult;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.provisioning.internal.FakeClock;
import org.perceus.provisioning.internal.FakeLibrary;
import org.perceus.provisioning.internal.FakePacker;
import org.perceus.provisioning.internal.FakeTrees;
import org.perceus.provisioning.internal.module.FakeModules;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.Progress;

/** A workshop with all that it works on. */
public final class TestWorkshop {
    public final FakeArtifacts artifacts = new FakeArtifacts();
    public final FakePacker packer = new FakePacker(artifacts);
    public final FakeTrees trees = new FakeTrees();
    public final FakeLibrary library = new FakeLibrary();
    public final FakeModules modules = new FakeModules();
    public final HeardBuilds builds = new HeardBuilds();
    public final FakeClock clock = new FakeClock();
    private final Path folder;
    private final Duration stall;
    private ImageWorkshop workshop;

    public TestWorkshop(Path folder) {
        this(folder, Duration.ofSeconds(10));
    }

    /** One that gives up builds early. */
    public TestWorkshop(Path folder, Duration stall) {
        this.folder = folder;
        this.stall = stall;
        this.workshop = open();
    }

    /** The workshop. */
    public ImageWorkshop workshop() {
        return workshop;
    }

    /** Stops it and starts another with the same files. */
    public void restart() throws InterruptedException {
        workshop.stop();
        workshop = open();
    }

    /** Builds an image and waits for it. */
    public ImageResult prepare(String capsule, String method) throws Exception {
        return workshop.prepare(CapsuleId.parse(capsule), method, Progress.none())
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Stops it. */
    public void close() throws InterruptedException {
        packer.release();
        workshop.stop();
    }

    private ImageWorkshop open() {
        ImageTools tools = new ImageTools(packer, artifacts, trees);
        return new ImageWorkshop(
                library,
                tools,
                modules.registry(),
                new BuildRun(tools, folder.resolve("work"), stall),
                builds,
                1,
                new ImageFiles(folder),
                clock);
    }
}
