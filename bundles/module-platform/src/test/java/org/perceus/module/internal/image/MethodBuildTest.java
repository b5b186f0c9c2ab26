package org.perceus.module.internal.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.BuildProgress;
import org.perceus.module.CapsuleContent;
import org.perceus.module.Image;
import org.perceus.module.testing.FakeStore;
import org.perceus.provisioning.spi.ProvisioningException;

public class MethodBuildTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeStore store = new FakeStore();
    private final CapsuleContent capsule = store.capsule("debian-12@1", 'c');

    @Test
    public void collectsWhatTheMethodPublishes() throws Exception {
        MethodBuild build = build();
        build.publishKernel("kernel");
        build.publishRoot("archive");
        build.unpackTree();
        Path file = Files.writeString(build.workFolder().resolve("made"), "made");
        build.publishFile("made", file);
        assertEquals(
                new Image(
                        Map.of(
                                "kernel", FakeStore.KERNEL,
                                "archive", capsule.root(),
                                "made", store.publish(file)),
                        Optional.of(capsule.root().sha256())),
                build.image());
    }

    @Test
    public void aRoleIsAPlainWord() {
        MethodBuild build = build();
        for (String role : new String[] {"", "Root", "a/b", ".tree", "a".repeat(33)}) {
            assertThrows(role, ProvisioningException.class, () -> build.publishKernel(role));
        }
    }

    @Test
    public void saysWhichFileCannotBePublished() {
        Path missing = folder.getRoot().toPath().resolve("missing");
        String message = assertThrows(ProvisioningException.class, () -> build().publishFile("x", missing))
                .getMessage();
        assertEquals("the x of debian-12@1 cannot be published: " + missing, message);
    }

    private MethodBuild build() {
        return new MethodBuild(capsule, store, folder.getRoot().toPath(), BuildProgress.none());
    }
}
