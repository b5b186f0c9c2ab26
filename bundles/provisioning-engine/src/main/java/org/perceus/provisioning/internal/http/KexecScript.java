package org.perceus.provisioning.internal.http;

import org.perceus.module.OneLine;
import org.perceus.provisioning.spi.DirectStart;
import org.perceus.vnfs.Artifact;

/**
 * What an agent enters Perceus OS with: a line for each file, its SHA-256 and size in bytes, one for the kernel arguments, and one for
 * the claim of the boot where files are for its node alone.
 * Immutable.
 */
final class KexecScript {
    /** The archive of Perceus OS that has the program which loads kernels. */
    static final String TOOLS = "kexec";

    private final FirstKernelLine line;

    /** @param consoleArguments kernel arguments from the configuration */
    KexecScript(String consoleArguments) {
        this.line = new FirstKernelLine(OneLine.of(consoleArguments));
    }

    /**
     * The lines.
     *
     * @param claim the token of the boot
     * @param shell when a shell is opened on the node's console
     */
    String of(NetworkStart start, String claim, ConsoleShell shell) {
        return String.join(
                "\n",
                "#!perceus kexec",
                file("tools", start.os().tools().get(TOOLS)),
                file("kernel", start.os().kernel()),
                file("initramfs", start.os().initramfs()),
                "arguments " + line.of(start, claim, shell),
                "#!perceus end",
                "");
    }

    /**
     * The lines for a direct start: the archives are to be loaded in the order in which they are named here.
     *
     * @param claim the token of the boot
     */
    static String direct(NetworkStart start, String claim, DirectStart direct) {
        return String.join(
                "\n",
                "#!perceus kexec-direct",
                "claim " + claim,
                file("tools", start.os().tools().get(TOOLS)),
                file("kernel", direct.kernel().sha256(), direct.kernel().size()),
                "archive " + DirectArguments.path(claim, direct, start.card()),
                file("root", direct.root().sha256(), direct.root().size()),
                file("initramfs", start.os().tools().get(DirectStarts.TOOLS)),
                "arguments rdinit=" + DirectStarts.FIRST_PROGRAM + " " + direct.arguments(),
                "#!perceus end",
                "");
    }

    private static String file(String name, Artifact artifact) {
        return file(name, artifact.sha256(), artifact.size());
    }

    private static String file(String name, String sha256, long size) {
        return name + " " + sha256 + " " + size;
    }
}
