package org.perceus.provisioning.internal.capsule;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.perceus.module.BuildProgress;
import org.perceus.module.CapsuleContent;
import org.perceus.module.ImageArtifact;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.RootPacker;
import org.perceus.vnfs.TreeStore;

/**
 * A capsule of the library as images are built of it.
 *
 * @param capsule the capsule, the kernel that is chosen first
 * @param packer packs its root
 * @param trees unpacks it
 */
record LibraryCapsule(Capsule capsule, RootPacker packer, TreeStore trees) implements CapsuleContent {
    static ImageArtifact artifact(Artifact stored) {
        return new ImageArtifact(stored.sha256(), stored.size());
    }

    @Override
    public CapsuleView view() {
        return new CapsuleFacts(capsule);
    }

    @Override
    public Optional<String> kernelChoice() {
        return Optional.of(capsule.kernel())
                .filter(kernel -> capsule.kernels().size() > 1)
                .map(CapsuleKernel::release);
    }

    @Override
    public ImageArtifact root() {
        return artifact(capsule.root());
    }

    @Override
    public ImageArtifact kernel() throws IOException {
        return artifact(packer.file(capsule, capsule.kernel().path()));
    }

    @Override
    public ImageArtifact initramfs(Predicate<String> paths, BuildProgress progress) throws IOException {
        return artifact(packer.initramfs(capsule, paths, progress::at));
    }

    @Override
    public InputStream tar() throws IOException {
        return packer.tar(capsule);
    }

    @Override
    public InputStream tar(Predicate<String> paths) throws IOException {
        return packer.tar(capsule, paths);
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws IOException {
        return packer.read(capsule, path, limit);
    }

    @Override
    public Optional<String> tree() {
        return trees.find(capsule);
    }

    @Override
    public String unpack(BuildProgress progress) throws IOException {
        return trees.unpack(capsule, progress::at);
    }
}
