package org.perceus.vnfs.internal.neutral;

import java.io.IOException;
import org.perceus.vnfs.internal.source.RootView;

/** Takes one kind of thing out of a root that belongs to one machine. */
interface Rule {
    /**
     * Looks for it and changes the root where it is.
     *
     * @param view how the root looks by now
     * @param root what is to be changed, and told of it
     */
    void apply(RootView view, NeutralRoot root) throws IOException;
}
