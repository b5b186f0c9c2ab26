package org.perceus.vnfs.internal.services;

import org.perceus.vnfs.InitSystem;
import org.perceus.vnfs.internal.source.RootView;

/** What a root starts at its boot, in the way of its init. Names are without an ending. */
public interface Services {
    /** Whether a service is started. */
    boolean isEnabled(String name);

    /** Whether a service can be started at all. */
    boolean isInstalled(String name);

    /** Whether somebody forbade a service to be started. */
    boolean isMasked(String name);

    /** Those of a root. */
    static Services of(RootView root, InitSystem init) {
        return init == InitSystem.SYSTEMD ? new SystemdUnits(root) : new InitScripts(root);
    }
}
