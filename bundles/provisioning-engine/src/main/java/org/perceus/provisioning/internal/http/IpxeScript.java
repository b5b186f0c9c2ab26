package org.perceus.provisioning.internal.http;

import java.net.URI;
import org.perceus.module.OneLine;
import org.perceus.provisioning.internal.os.MemoryTest;
import org.perceus.provisioning.spi.DirectStart;
import org.perceus.vnfs.Artifact;

/** Writes the scripts by which iPXE does what one boot of one node is for. Immutable. */
final class IpxeScript {
    private static final int RETRY_SECONDS = 10;
    private static final String HEAD = "#!ipxe";
    private static final String AGAIN = ", trying again in " + RETRY_SECONDS + " seconds";

    private final String consoleArguments;

    /** @param consoleArguments kernel arguments from the configuration */
    IpxeScript(String consoleArguments) {
        this.consoleArguments = OneLine.of(consoleArguments);
    }

    /**
     * Loads Perceus OS.
     *
     * @param claim the token of the boot
     * @param shell when a shell is opened on the node's console
     */
    String of(NetworkStart start, String claim, ConsoleShell shell) {
        // UEFI kernels find their initramfs by the argument initrd=, a BIOS is told by iPXE and ignores it.
        return script(
                "echo Perceus: " + start.name() + " loads Perceus OS",
                "kernel --name kernel " + artifact(start, start.os().kernel()) + " initrd=initramfs "
                        + new FirstKernelLine(consoleArguments).of(start, claim, shell) + " || goto failed",
                "initrd --name initramfs " + artifact(start, start.os().initramfs()) + " || goto failed",
                "boot || goto failed",
                ":failed",
                "echo Perceus: Perceus OS could not be loaded" + AGAIN);
    }

    /**
     * Loads the node's own system with the programs of Perceus OS behind it, and what these must know of the boot.
     *
     * @param claim the token of the boot
     */
    String direct(NetworkStart start, String claim, DirectStart direct) {
        return script(
                "echo Perceus: " + start.name() + " loads its system",
                "kernel --name kernel " + ofNode(start, claim, direct.kernel().sha256())
                        + " initrd=boot initrd=root initrd=os rdinit=" + DirectStarts.FIRST_PROGRAM + " "
                        + direct.arguments() + " || goto failed",
                "initrd --name boot " + start.server() + DirectArguments.path(claim, direct, start.card())
                        + " || goto failed",
                "initrd --name root " + ofNode(start, claim, direct.root().sha256()) + " || goto failed",
                "initrd --name os " + artifact(start, start.os().tools().get(DirectStarts.TOOLS)) + " || goto failed",
                "boot || goto failed",
                ":failed",
                "echo Perceus: the system could not be loaded" + AGAIN);
    }

    /** Loads a test of the machine's memory, which reads the console to use from the same arguments as Linux. */
    String memoryTest(NetworkStart start, MemoryTest test) {
        return script(
                "echo Perceus: " + start.name() + " tests its memory",
                "iseq ${platform} efi && set test " + artifact(start, test.uefi()) + " || set test "
                        + artifact(start, test.bios()),
                "kernel --name memtest ${test} " + consoleArguments + " || goto failed",
                "boot || goto failed",
                ":failed",
                "echo Perceus: the memory test could not be loaded" + AGAIN);
    }

    /** Gives the machine back to its firmware, which goes on to the next device; a BIOS is not asked, as some then stop. */
    static String leave(String name) {
        return String.join(
                "\n",
                HEAD,
                "echo Perceus: " + name + " starts from its disk",
                "iseq ${platform} efi || sanboot --no-describe --drive 0x80 ||",
                "exit",
                "");
    }

    /** Tells somebody at the console of a machine why nothing is loaded, and tries again. */
    static String refuse(String name, String sentence) {
        return script("echo Perceus: " + name + ": " + OneLine.of(sentence) + AGAIN);
    }

    /** Has a machine that says nothing of itself come again with the MAC of the card that it asks by. */
    static String introduce(URI server) {
        return script(
                "chain " + server + "/boot/mac/${netX/mac:hexhyp}/ipxe || goto failed",
                ":failed",
                "echo Perceus: this machine was not told what to load" + AGAIN);
    }

    private static String script(String... lines) {
        return HEAD + "\n" + String.join("\n", lines) + "\nsleep " + RETRY_SECONDS + "\nreboot\n";
    }

    private static String artifact(NetworkStart start, Artifact artifact) {
        return start.server() + ArtifactEndpoint.path(artifact.sha256());
    }

    private static String ofNode(NetworkStart start, String claim, String sha256) {
        return start.server() + ArtifactEndpoint.path(claim, sha256);
    }
}
