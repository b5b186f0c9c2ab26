package org.perceus.provisioning.internal.http;

import java.net.URI;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.provisioning.internal.OneLine;
import org.perceus.provisioning.internal.os.StageOne;

/** Writes the iPXE script that loads Perceus OS for one boot of one node. Immutable. */
final class IpxeScript {
    private static final int RETRY_SECONDS = 10;

    private final String consoleArguments;

    /** When a shell is opened on the node's console. */
    enum Shell {
        NEVER(""),
        WHEN_IT_FAILS(" perceus.debug=1"),
        AT_ONCE(" perceus.rescue=1");

        private final String argument;

        Shell(String argument) {
            this.argument = argument;
        }
    }

    /** @param consoleArguments kernel arguments from the configuration */
    IpxeScript(String consoleArguments) {
        this.consoleArguments = OneLine.of(consoleArguments);
    }

    /**
     * The script.
     *
     * @param claim the token of the boot
     * @param shell when a shell is opened on the node's console
     */
    String of(StageOne os, Node node, Network network, URI server, String claim, Shell shell) {
        String arguments = "perceus.server=" + server
                + " perceus.claim=" + claim
                + " perceus.mac=" + node.mac()
                + " perceus.ip=" + node.address().orElseThrow().getHostAddress() + "/"
                + network.subnet().prefixLength()
                + network.router()
                        .map(router -> " perceus.gateway=" + router.getHostAddress())
                        .orElse("")
                + shell.argument;
        // UEFI kernels find their initramfs by the argument initrd=, a BIOS is told by iPXE and ignores it.
        return String.join(
                "\n",
                "#!ipxe",
                "echo Perceus: " + node.name() + " loads Perceus OS",
                "kernel --name kernel " + artifact(server, os.kernel().sha256()) + " initrd=initramfs " + arguments
                        + " " + consoleArguments + " || goto failed",
                "initrd --name initramfs " + artifact(server, os.initramfs().sha256()) + " || goto failed",
                "boot || goto failed",
                ":failed",
                "echo Perceus: Perceus OS could not be loaded, trying again in " + RETRY_SECONDS + " seconds",
                "sleep " + RETRY_SECONDS,
                "reboot",
                "");
    }

    private static String artifact(URI server, String hash) {
        return server + "/artifact/" + hash;
    }
}
