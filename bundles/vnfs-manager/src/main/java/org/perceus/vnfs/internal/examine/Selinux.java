package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootView;

/** Whether a root wants SELinux, and has what that needs (selinux_config(5)). */
final class Selinux implements Check {
    private static final String CONFIG = "etc/selinux/config";

    /** Whether a root wants it, enforcing or not. */
    static boolean isWanted(RootView view) throws IOException {
        String mode = value(view, "SELINUX");
        return mode.equals("enforcing") || mode.equals("permissive");
    }

    /** @throws SourceRejected when the system would halt at its start */
    @Override
    public List<Finding> look(Subject root) throws IOException {
        RootView view = root.view();
        List<Finding> findings = new ArrayList<>();
        if (!isWanted(view)) {
            return findings;
        }
        boolean enforcing = value(view, "SELINUX").equals("enforcing");
        String type = value(view, "SELINUXTYPE");
        boolean hasPolicy =
                view.names("etc/selinux/" + type + "/policy").stream().anyMatch(name -> name.startsWith("policy."));
        if (enforcing && !hasPolicy) {
            throw new SourceRejected("its SELinux is enforcing and has no policy: /etc/selinux/" + type
                    + "/policy is empty, and such a system halts at its start; install the policy, or set"
                    + " SELINUX=disabled in /" + CONFIG);
        }
        if (enforcing && !has(view, "setfiles") && !has(view, "restorecon")) {
            findings.add(Check.warning(
                    "/" + CONFIG,
                    "SELinux is enforcing, and there is no setfiles to label what a node is given",
                    "install policycoreutils in the root, or set SELINUX=permissive"));
        }
        if (!isLabelled(view)) {
            findings.add(Check.warning(
                    "/" + CONFIG,
                    "SELinux is " + value(view, "SELINUX") + ", and the files of the root have no labels",
                    "label the root with setfiles, and pack it with tar --xattrs --xattrs-include='*'"));
        }
        return findings;
    }

    private static boolean isLabelled(RootView view) {
        return List.of("etc/passwd", "usr", "etc").stream()
                .flatMap(path -> view.at(path).stream())
                .map(Inode::attributes)
                .anyMatch(attributes -> attributes.keySet().stream().anyMatch(name -> name.contains("selinux")));
    }

    private static boolean has(RootView view, String program) {
        return view.has("sbin/" + program) || view.has("usr/sbin/" + program);
    }

    private static String value(RootView view, String key) throws IOException {
        return view.lines(CONFIG).stream()
                .filter(line -> line.startsWith(key + "="))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(key.length() + 1).strip())
                .orElse("");
    }
}
