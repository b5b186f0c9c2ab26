package org.perceus.provisioning.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.internal.image.ImageWorkshop;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.vnfs.ArtifactReferences;

/** Keeps what nodes may still download from being cleared away: images, and Perceus OS. Thread-safe. */
@Component(service = ArtifactReferences.class)
public final class ArtifactsInUse implements ArtifactReferences {
    private final ImageWorkshop images;
    private final InstalledPerceusOs os;

    @Activate
    public ArtifactsInUse(@Reference ImageWorkshop images, @Reference InstalledPerceusOs os) {
        this.images = images;
        this.os = os;
    }

    @Override
    public Set<String> inUse() {
        try {
            Set<String> hashes = new HashSet<>(images.hashesInUse());
            os.stageOne().ifPresent(release -> {
                hashes.add(release.kernel().sha256());
                hashes.add(release.initramfs().sha256());
                release.tools().values().forEach(archive -> hashes.add(archive.sha256()));
            });
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
