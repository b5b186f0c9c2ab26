package org.perceus.vnfs.internal.examine;

import java.util.List;
import java.util.Optional;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootView;

/** A source whose root lies in a folder of it, as when the folder was packed and not what is in it. */
final class NestedRoot {
    private static final List<String> PARTS = List.of("etc", "usr", "bin", "sbin", "lib", "boot");

    private NestedRoot() {}

    /** @throws SourceRejected with the name of the folder */
    static void refuse(RootView view) throws SourceRejected {
        if (PARTS.stream().anyMatch(view::has)) {
            return;
        }
        Optional<String> folder = view.names("").stream()
                .filter(name -> PARTS.stream()
                                .filter(part -> view.has(name + "/" + part))
                                .count()
                        > 2)
                .findFirst();
        if (folder.isPresent()) {
            throw new SourceRejected("it is no root, but its folder '" + folder.get()
                    + "' is one: import that folder, or a tar archive of what is in it");
        }
    }
}
