package org.perceus.provisioning.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.internal.image.TestWorkshop;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.os.TestRelease;

public class ArtifactsInUseTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path images;
    private TestWorkshop site;

    @Before
    public void start() throws Exception {
        images = folder.getRoot().toPath().resolve("images");
        site = new TestWorkshop(images);
        site.modules.withDefaults();
        site.library.with(Samples.capsule("debian-12@1", 'c'));
        site.prepare("debian-12@1", "stateless-ram");
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void imagesAndPerceusOsAreInUse() throws Exception {
        var os = TestRelease.installed(folder.getRoot().toPath().resolve("os"));
        StageOne stageOne = os.stageOne().orElseThrow();
        assertEquals(
                Set.of(
                        "a".repeat(64),
                        "b".repeat(64),
                        stageOne.kernel().sha256(),
                        stageOne.initramfs().sha256()),
                new ArtifactsInUse(site.workshop(), os).inUse());
    }

    @Test
    public void withoutPerceusOsImagesAreInUse() {
        var os = TestRelease.missing(folder.getRoot().toPath());
        assertEquals(Set.of("a".repeat(64), "b".repeat(64)), new ArtifactsInUse(site.workshop(), os).inUse());
    }

    @Test
    public void whatCannotBeReadIsNotCalledUnused() throws Exception {
        Files.writeString(images.resolve("damaged.image"), "kernel=");
        var inUse = new ArtifactsInUse(site.workshop(), TestRelease.missing(images));
        assertThrows(UncheckedIOException.class, inUse::inUse);
    }
}
