package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.SelinuxMode;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootView;

/** Whether a root that wants SELinux has what that needs. */
final class Selinux implements Check {
    private static final String SUBJECT = "/" + SelinuxConfig.PATH;
    private static final List<String> PROGRAMS = List.of("sbin", "usr/sbin", "bin", "usr/bin");

    /** @throws SourceRejected when the system would halt at its start */
    @Override
    public List<Finding> look(Subject root) throws IOException {
        SelinuxConfig config = root.selinux();
        List<Finding> findings = new ArrayList<>();
        if (config.mode() == SelinuxMode.DISABLED) {
            return findings;
        }
        boolean enforcing = config.mode() == SelinuxMode.ENFORCING;
        if (enforcing && !hasPolicy(root.view(), config)) {
            throw new SourceRejected("its SELinux is enforcing and has no policy: /" + config.folder()
                    + "/policy is empty, and such a system halts at its start; install the policy, or set"
                    + " SELINUX=disabled in " + SUBJECT);
        }
        String wanted = enforcing ? "SELinux is enforcing" : "SELinux is permissive";
        if (!canLabel(root.view(), config)) {
            findings.add(Check.warning(
                    SUBJECT,
                    wanted + ", and there is no setfiles with a list of contexts to label what a node is given",
                    "install policycoreutils and the whole policy in the root"
                            + (enforcing ? ", or set SELINUX=permissive" : ", or set SELINUX=disabled")));
        }
        if (!isLabelled(root.view())) {
            findings.add(Check.warning(
                    SUBJECT,
                    wanted + ", and the files of the root have no labels",
                    "label the root with setfiles, and pack it with tar --xattrs --xattrs-include='*'"));
        }
        if (enforcing) {
            findings.add(Check.warning(
                    SUBJECT,
                    wanted + ", and files have no labels over NFS",
                    "give nodes the root in RAM or on disk: nfs-root and hybrid refuse it"));
        }
        return findings;
    }

    private static boolean hasPolicy(RootView view, SelinuxConfig config) {
        return view.names(config.folder() + "/policy").stream().anyMatch(name -> name.startsWith("policy."));
    }

    /** The starter of a node labels by setfiles alone, as restorecon does nothing before the policy is loaded. */
    private static boolean canLabel(RootView view, SelinuxConfig config) {
        return PROGRAMS.stream().anyMatch(folder -> view.has(folder + "/setfiles"))
                && view.file(config.folder() + "/contexts/files/file_contexts").isPresent();
    }

    private static boolean isLabelled(RootView view) {
        return List.of("etc/passwd", "usr", "etc").stream()
                .flatMap(path -> view.at(path).stream())
                .map(Inode::attributes)
                .anyMatch(attributes -> attributes.keySet().stream().anyMatch(name -> name.contains("selinux")));
    }
}
