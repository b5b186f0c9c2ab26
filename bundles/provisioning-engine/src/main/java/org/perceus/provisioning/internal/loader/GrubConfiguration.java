package org.perceus.provisioning.internal.loader;

import java.net.URI;
import java.util.stream.Collectors;
import org.perceus.provisioning.internal.os.StageOne;

/**
 * Writes configurations in the words of GRUB 2. From a BIOS it goes on to iPXE. With UEFI it keeps the network card for itself while
 * what it started runs, so an iPXE that it starts finds none, and there the site is told what to do.
 */
final class GrubConfiguration {
    private GrubConfiguration() {}

    /** Starts iPXE at once; where that cannot be, says so on the console of the machine and goes back to the site's menu. */
    static String of(StageOne release, URI server) {
        String bios = "if [ \"$grub_cpu-$grub_platform\" = i386-pc ]; then linux16 (tftp," + server.getHost() + ")/"
                + IpxeCommands.PROGRAM + " " + commands(server) + "; boot; fi\n";
        return (release.hasBootProgram(IpxeCommands.PROGRAM) ? bios : "")
                + "echo \"Perceus: GRUB cannot go on from here on this machine ($grub_cpu-$grub_platform).\"\n"
                + "echo \"If it is x86_64-efi, have the DHCP server name snponly.efi of Perceus for it.\"\n"
                + "sleep 10\n";
    }

    /** In quotes, without which some are GRUB's own. */
    private static String commands(URI server) {
        return IpxeCommands.words(server).stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }
}
