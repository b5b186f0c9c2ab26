package org.perceus.shell.internal.boot;

import org.perceus.node.Boot;
import org.perceus.node.BootEvent;

/** Shows boots as they go on. */
public interface FollowView {
    /** An event that was not shown yet. */
    void event(Boot boot, BootEvent event);

    /** The newest event has another detail. */
    void progress(Boot boot, BootEvent event);

    /** The boot is over. */
    void ended(FollowedBoot boot);
}
