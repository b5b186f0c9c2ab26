package org.perceus.provisioning.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.CapsuleImages;
import org.perceus.module.Image;
import org.perceus.provisioning.internal.boot.TreeTenants;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.vnfs.ArtifactReferences;

/** Keeps what nodes may still need from being cleared away: images, Perceus OS, and the roots that they live on. Thread-safe. */
@Component(service = ArtifactReferences.class)
public final class ArtifactsInUse implements ArtifactReferences {
    private final CapsuleImages images;
    private final InstalledPerceusOs os;
    private final TreeTenants tenants;

    @Activate
    public ArtifactsInUse(
            @Reference CapsuleImages images, @Reference InstalledPerceusOs os, @Reference TreeTenants tenants) {
        this.images = images;
        this.os = os;
        this.tenants = tenants;
    }

    @Override
    public Set<String> inUse() {
        Set<String> hashes = new HashSet<>();
        images().forEach(image -> image.artifacts().values().forEach(artifact -> hashes.add(artifact.sha256())));
        os.stageOne().ifPresent(release -> {
            hashes.add(release.kernel().sha256());
            hashes.add(release.initramfs().sha256());
            release.tools().values().forEach(archive -> hashes.add(archive.sha256()));
        });
        return hashes;
    }

    @Override
    public Set<String> treesInUse() {
        Set<String> trees = new HashSet<>(tenants.trees());
        images().forEach(image -> image.tree().ifPresent(trees::add));
        return trees;
    }

    private List<Image> images() {
        try {
            return images.images();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
