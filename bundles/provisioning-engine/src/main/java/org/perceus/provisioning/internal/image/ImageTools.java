package org.perceus.provisioning.internal.image;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.RootPacker;
import org.perceus.vnfs.TreeStore;

/** What builds of images make their artifacts with. Immutable. */
@Component(service = ImageTools.class)
public final class ImageTools {
    private final RootPacker packer;
    private final ArtifactStore artifacts;
    private final TreeStore trees;

    @Activate
    public ImageTools(@Reference RootPacker packer, @Reference ArtifactStore artifacts, @Reference TreeStore trees) {
        this.packer = packer;
        this.artifacts = artifacts;
        this.trees = trees;
    }

    RootPacker packer() {
        return packer;
    }

    ArtifactStore artifacts() {
        return artifacts;
    }

    TreeStore trees() {
        return trees;
    }
}
