package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.List;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.InitSystem;
import org.perceus.vnfs.NetworkConfigurator;
import org.perceus.vnfs.internal.services.Services;
import org.perceus.vnfs.internal.source.RootView;

/** Looks for one kind of thing that makes a boot fail or a secret leak. */
interface Check {
    /**
     * A root, and what is known of it by now.
     *
     * @param view the root
     * @param init the family of its init
     * @param services what it starts
     * @param network who configures its cards
     * @param kernel release of the kernel that nodes get
     * @param selinux what it says of SELinux
     */
    record Subject(
            RootView view,
            InitSystem init,
            Services services,
            NetworkConfigurator network,
            String kernel,
            SelinuxConfig selinux) {}

    /** What it found; nothing when all is well. */
    List<Finding> look(Subject root) throws IOException;

    /** Something that is as it was in the source. */
    static Finding warning(String subject, String sentence, String remedy) {
        return new Finding(Finding.Kind.WARNING, subject, sentence, remedy);
    }
}
