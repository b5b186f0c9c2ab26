package org.perceus.provisioning.internal.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.provisioning.internal.FakePacker;
import org.perceus.provisioning.internal.FakeTrees;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;

public class MethodBuildTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeArtifacts artifacts = new FakeArtifacts();
    private final Capsule capsule = Samples.capsule("debian-12@1", 'c');

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
                                "kernel", Samples.artifacts().get("kernel"),
                                "archive", capsule.root(),
                                "made", FakeArtifacts.of("made".getBytes())),
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
        ImageTools tools = new ImageTools(new FakePacker(artifacts), artifacts, new FakeTrees());
        return new MethodBuild(capsule, tools, folder.getRoot().toPath(), Progress.none());
    }
}
