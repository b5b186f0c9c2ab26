package org.perceus.doctor.check.site;

import java.util.List;
import java.util.Set;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.system.KernelFiles;

/** Whether there is an NFS server, where the usual method needs one. */
public final class NfsCheck implements Check {
    private static final Set<String> METHODS = Set.of("nfs-root", "hybrid");
    private static final List<String> FOLDERS = List.of("usr/bin", "usr/sbin", "usr/local/bin", "usr/local/sbin");

    private final KernelFiles files;
    private final String method;

    /** @param method by which nodes are provisioned for which no group says another */
    public NfsCheck(KernelFiles files, String method) {
        this.files = files;
        this.method = method;
    }

    @Override
    public String name() {
        return "nfs";
    }

    @Override
    public List<Finding> findings() {
        if (files.number("proc/fs/nfsd/threads").orElse(0) > 0) {
            return List.of(Finding.ok("the kernel's NFS server runs"));
        }
        if (FOLDERS.stream().anyMatch(folder -> files.names(folder).contains("ganesha.nfsd"))) {
            return List.of(Finding.ok("nfs-ganesha is there, which the container starts when a method needs it"));
        }
        return List.of(
                METHODS.contains(method)
                        ? Finding.problem("nodes are provisioned by " + method + ", and this machine has no NFS server")
                                .with("apt-get install nfs-kernel-server")
                        : Finding.ok("there is no NFS server, and " + method + " needs none"));
    }
}
