package org.perceus.provisioning.internal.capsule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.CapsuleContent;
import org.perceus.module.CapsuleStore;
import org.perceus.module.ImageArtifact;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.RootPacker;
import org.perceus.vnfs.TreeStore;

/** Gives the module platform the capsules of the library. Thread-safe. */
@Component(service = {LibraryCapsules.class, CapsuleStore.class})
public final class LibraryCapsules implements CapsuleStore {
    private final CapsuleLibrary library;
    private final ArtifactStore artifacts;
    private final RootPacker packer;
    private final TreeStore trees;

    @Activate
    public LibraryCapsules(
            @Reference CapsuleLibrary library,
            @Reference ArtifactStore artifacts,
            @Reference RootPacker packer,
            @Reference TreeStore trees) {
        this.library = library;
        this.artifacts = artifacts;
        this.packer = packer;
        this.trees = trees;
    }

    /** A capsule of the library as images are built of it. */
    public CapsuleContent of(Capsule capsule) {
        return new LibraryCapsule(capsule, packer, trees);
    }

    @Override
    public Optional<CapsuleContent> find(String id) {
        return library.find(id)
                .filter(capsule -> capsule.id().toString().equals(id))
                .map(this::of);
    }

    @Override
    public ImageArtifact publish(Path file) throws IOException {
        return LibraryCapsule.artifact(artifacts.publish(out -> Files.copy(file, out)));
    }

    @Override
    public boolean has(String sha256) {
        return artifacts.find(sha256).isPresent();
    }
}
