package org.perceus.vnfs.internal.neutral;

import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.source.RootView;

/** Lets everybody into the root folder, without which no program of another account than root finds its files. */
final class OpenRoot implements Rule {
    private static final int OPEN = 0755;

    @Override
    public void apply(RootView view, NeutralRoot root) {
        Inode folder = view.tree().at("").orElseThrow();
        if ((folder.mode() & OPEN) != OPEN) {
            root.tree().replace("", folder.with(folder.mode() | OPEN, folder.attributes()));
            root.changed(
                    "/",
                    String.format(
                            "the root folder has mode %04o, which shuts out all accounts but its owner", folder.mode()),
                    String.format("given mode %04o", folder.mode() | OPEN));
        }
    }
}
