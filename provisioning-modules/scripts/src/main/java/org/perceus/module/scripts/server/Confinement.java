package org.perceus.module.scripts.server;

import java.nio.file.Path;
import java.util.List;

/**
 * How a script is confined: by programs that each Linux has in util-linux. It is the first process of its own process namespace, so
 * nothing that it starts outlives it, and it can end nothing else that runs as its account; it has no capabilities and cannot get
 * any.
 */
final class Confinement {
    private static final int OPEN_FILES = 256;

    private Confinement() {}

    /** The command that executes a script. */
    static List<String> command(Path script, Account account, Limits limits) {
        long bytes = (long) limits.memoryMib() << 20;
        return List.of(
                "unshare",
                "--pid",
                "--fork",
                "--kill-child",
                "--",
                "setpriv",
                "--reuid=" + account.user(),
                "--regid=" + account.group(),
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--pdeathsig=KILL",
                "--",
                "prlimit",
                "--cpu=" + Math.max(1, limits.time().toSeconds()),
                "--as=" + bytes,
                "--fsize=" + bytes,
                "--nproc=" + limits.processes(),
                "--nofile=" + OPEN_FILES,
                "--core=0",
                "--",
                script.toString());
    }
}
