package org.perceus.provisioning.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.node.BootId;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.boot.TreeTenants;
import org.perceus.provisioning.internal.capsule.TestImages;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.ProvisioningException;

public class ArtifactsInUseTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeJournal journal = new FakeJournal();
    private final FakeRegistry registry = new FakeRegistry();
    private final TreeTenants tenants = new TreeTenants(new BootTracker(journal), journal, registry);
    private Path images;
    private TestImages site;

    @Before
    public void start() throws Exception {
        images = folder.getRoot().toPath().resolve("images");
        site = new TestImages(images);
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
                new ArtifactsInUse(site.images(), os, tenants).inUse());
    }

    @Test
    public void withoutPerceusOsImagesAreInUse() {
        var os = TestRelease.missing(folder.getRoot().toPath());
        assertEquals(Set.of("a".repeat(64), "b".repeat(64)), new ArtifactsInUse(site.images(), os, tenants).inUse());
    }

    @Test
    public void whatCannotBeReadIsNotCalledUnused() throws Exception {
        try (Stream<Path> files = Files.walk(images)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.writeString(file, "kernel=");
        }
        var inUse = new ArtifactsInUse(site.images(), TestRelease.missing(images), tenants);
        assertThrows(UncheckedIOException.class, inUse::inUse);
        assertThrows(UncheckedIOException.class, inUse::treesInUse);
    }

    @Test
    public void treesAreInUseByImagesAndByNodes() throws Exception {
        var inUse = new ArtifactsInUse(site.images(), TestRelease.missing(images), tenants);
        assertEquals(Set.of(), inUse.treesInUse());
        registry.with(Samples.node());
        journal.prove(new BootId(Samples.MAC, 1));
        tenants.moveIn(new BootId(Samples.MAC, 1), "d".repeat(64));
        site.modules.add(new FakeService("nfs-root", 9), new FakeModules.Method() {
            @Override
            public void build(CapsuleBuild build) throws ProvisioningException {
                build.unpackTree();
            }
        });
        site.prepare("debian-12@1", "nfs-root");
        assertEquals(Set.of("c".repeat(64), "d".repeat(64)), inUse.treesInUse());
    }
}
