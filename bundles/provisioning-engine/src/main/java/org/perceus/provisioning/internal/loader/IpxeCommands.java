package org.perceus.provisioning.internal.loader;

import java.net.URI;
import java.util.List;
import org.perceus.provisioning.BootPrograms;

/** What iPXE does that is started with commands, and so does not ask the site's DHCP server what to boot, which started it. */
final class IpxeCommands {
    /** The iPXE that is started as a kernel of Linux is, and takes commands for its arguments. */
    static final String PROGRAM = "ipxe.lkrn";

    private IpxeCommands() {}

    /** Its words, each of which is one for the loader: it gets an address, comes here for its script, or starts over. */
    static List<String> words(URI server) {
        return List.of("dhcp", "&&", "chain", server + BootPrograms.SCRIPT, "||", "sleep", "10", "&&", "reboot");
    }
}
