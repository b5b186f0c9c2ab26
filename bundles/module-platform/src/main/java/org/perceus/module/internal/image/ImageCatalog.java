package org.perceus.module.internal.image;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.perceus.module.BuiltImage;
import org.perceus.module.CapsuleContent;
import org.perceus.module.CapsuleStore;
import org.perceus.module.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images that were built, on disk, and in memory once nodes have asked for them. Thread-safe. */
final class ImageCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(ImageCatalog.class);

    private final ImageFiles files;
    private final CapsuleStore store;
    private final Map<ImageKey, Image> known = new ConcurrentHashMap<>();

    ImageCatalog(ImageFiles files, CapsuleStore store) {
        this.files = files;
        this.store = store;
    }

    /** One that nodes have asked for. */
    Optional<Image> recall(ImageKey key) {
        return Optional.ofNullable(known.get(key));
    }

    /** One that is there with all its files; may read the disk. */
    Optional<Image> find(ImageKey key, CapsuleContent capsule) {
        Optional<Image> recalled = recall(key);
        if (recalled.isPresent()) {
            return recalled;
        }
        try {
            Optional<Image> onFile = files.read(key).filter(image -> isComplete(image, capsule));
            onFile.ifPresent(image -> known.put(key, image));
            return onFile;
        } catch (IOException e) {
            LOG.warn("The image of {} is built anew: {}", key, e.getMessage());
            return Optional.empty();
        }
    }

    void add(ImageKey key, Image image) throws IOException {
        files.write(key, image);
        known.put(key, image);
    }

    void forget(ImageFile file) throws IOException {
        files.delete(file);
        known.keySet().removeIf(key -> files.file(key).equals(file));
    }

    /** The files of all images. */
    List<ImageFile> files() throws IOException {
        return files.files();
    }

    /** All images that nodes may have been told of. */
    List<Image> images() throws IOException {
        return Stream.concat(files.images().stream(), known.values().stream()).toList();
    }

    /** What a method built, whatever its version. */
    List<BuiltImage> built(String method) {
        return files.built(method);
    }

    private boolean isComplete(Image image, CapsuleContent capsule) {
        return image.artifacts().values().stream().allMatch(artifact -> store.has(artifact.sha256()))
                && (image.tree().isEmpty() || image.tree().equals(capsule.tree()));
    }
}
