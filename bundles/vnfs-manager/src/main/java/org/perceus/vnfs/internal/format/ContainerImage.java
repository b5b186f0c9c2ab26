package org.perceus.vnfs.internal.format;

import java.util.Optional;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.root.SourceRejected;

/** Images of containers, which are folders or tar archives too, but hold the layers of a root and not a root. */
public final class ContainerImage {
    private static final String REMEDY =
            ": take the root out of it with docker export (or podman export) of a container of it,"
                    + " or umoci unpack, and import that";

    private ContainerImage() {}

    /** @throws SourceRejected when the tree is such an image */
    public static void refuse(RootTree tree) throws SourceRejected {
        if (is(tree, "usr", Kind.FOLDER) || is(tree, "etc", Kind.FOLDER)) {
            return;
        }
        if (is(tree, "manifest.json", Kind.REGULAR)) {
            throw new SourceRejected("it is no root but an image as docker save writes it" + REMEDY);
        }
        if (is(tree, "oci-layout", Kind.REGULAR)
                || is(tree, "index.json", Kind.REGULAR) && is(tree, "blobs", Kind.FOLDER)) {
            throw new SourceRejected("it is no root but a container image in OCI layout" + REMEDY);
        }
    }

    private static boolean is(RootTree tree, String path, Kind kind) {
        return Optional.of(path)
                .flatMap(tree::at)
                .filter(inode -> inode.kind() == kind)
                .isPresent();
    }
}
