package org.perceus.provisioning.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.spi.DirectStart;

/** What the modules of a plan gave. */
sealed interface Rendering {
    /**
     * All their shares.
     *
     * @param prepare the method's first part
     * @param configuration those of the configuration modules, in their order
     * @param enter the method's last part
     * @param direct what a boot loader can load for them in place of Perceus OS
     */
    record Shares(ModuleShare prepare, List<ModuleShare> configuration, ModuleShare enter, Optional<DirectStart> direct)
            implements Rendering {
        /** All of them in their order. */
        List<ModuleShare> inOrder() {
            List<ModuleShare> all = new ArrayList<>(List.of(prepare));
            all.addAll(configuration);
            all.add(enter);
            return all;
        }
    }

    /** One of them refused or failed; the reason is one sentence. */
    record Refused(String reason) implements Rendering {}

    /** One of them has left since the plan was made: plan again. */
    record Outdated() implements Rendering {}
}
