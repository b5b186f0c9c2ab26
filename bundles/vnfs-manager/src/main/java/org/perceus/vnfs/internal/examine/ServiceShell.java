package org.perceus.vnfs.internal.examine;

import java.util.List;
import java.util.Set;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.InitSystem;

/** The shell of services that are scripts. What nodes get of Perceus brings its own, but is started as these are. */
final class ServiceShell implements Check {
    private static final Set<InitSystem> BY_SCRIPTS = Set.of(InitSystem.OPENRC, InitSystem.SYSVINIT, InitSystem.RUNIT);

    @Override
    public List<Finding> look(Subject root) {
        return root.view().has("bin/sh") || !BY_SCRIPTS.contains(root.init())
                ? List.of()
                : List.of(Check.warning(
                        "/bin/sh",
                        "there is none, so no service starts, the agent that reports ready neither",
                        "install a shell in the root and import it again"));
    }
}
