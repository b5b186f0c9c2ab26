package org.perceus.vnfs.internal.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Finding;

/** What an administrator should know of the kernel that nodes get. */
final class KernelFindings {
    private static final String SUBJECT = "kernel";
    private static final int MOST_REFUSALS = 5;

    private final ModuleFolders modules;
    private final List<String> refusals;

    KernelFindings(ModuleFolders modules, List<String> refusals) {
        this.modules = modules;
        this.refusals = refusals;
    }

    List<Finding> of(KernelCandidate chosen) throws IOException {
        List<Finding> findings = new ArrayList<>();
        String path = chosen.kernel().path();
        String release = chosen.kernel().release();
        if (!chosen.callsItself()) {
            findings.add(warning(
                    path,
                    "it calls itself " + chosen.header() + ", and there are only modules of " + release,
                    "install the modules of " + chosen.header() + ", or the kernel " + release
                            + ": a kernel loads no modules of another"));
        }
        if (modules.lacksIndex(release)) {
            findings.add(warning(
                    "/lib/modules/" + release,
                    "modules.dep is missing or empty, so no module can be loaded",
                    "run depmod " + release + " in the root and import it again"));
        }
        if (modules.areNotForBusybox(release)) {
            findings.add(warning(
                    "/lib/modules/" + release,
                    "its modules are packed with zstd, and the root's modprobe is busybox, which cannot unpack that",
                    "install kmod in the root, or unpack the modules and run depmod " + release));
        }
        if (!modules.hasNetworkDrivers(release)) {
            findings.add(warning(
                    "/lib/modules/" + release,
                    "it has no drivers of network cards",
                    "install the package with them, unless they are built into the kernel"));
        }
        lacking(chosen, "methods that lay a file system in RAM over a root fail", findings, "OVERLAY_FS");
        lacking(chosen, "a root over NFS cannot be mounted", findings, "NFS_FS", "NETWORK_FILESYSTEMS");
        lacking(
                chosen,
                "a root in RAM keeps no capabilities, access control lists or labels",
                findings,
                "TMPFS_XATTR",
                "TMPFS_POSIX_ACL");
        refusals.stream()
                .filter(sentence -> !sentence.contains("rescue"))
                .limit(MOST_REFUSALS)
                .forEach(sentence -> findings.add(warning(
                        SUBJECT, sentence, "nodes cannot get it; remove it from the root if that is meant so")));
        return findings;
    }

    private static void lacking(KernelCandidate chosen, String outcome, List<Finding> findings, String... options) {
        List<String> lacking = chosen.config().lacking(options);
        if (!lacking.isEmpty()) {
            findings.add(warning(
                    SUBJECT,
                    "it is built without CONFIG_" + String.join(" and CONFIG_", lacking) + ": " + outcome,
                    "use another kernel, or a method that does without"));
        }
    }

    private static Finding warning(String subject, String sentence, String remedy) {
        return new Finding(Finding.Kind.WARNING, subject, sentence, remedy);
    }
}
