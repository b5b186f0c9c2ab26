package org.perceus.provisioning.internal.loader;

import java.net.URI;
import java.util.Optional;
import org.perceus.provisioning.internal.os.StageOne;

/** Writes configurations in the words of PXELINUX, which U-Boot reads as well. */
final class PxelinuxConfiguration {
    private PxelinuxConfiguration() {}

    /** Starts iPXE at once; empty when the release has none for that. */
    static Optional<String> of(StageOne release, URI server) {
        if (!release.hasBootProgram(IpxeCommands.PROGRAM)) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "\n",
                "DEFAULT perceus",
                "PROMPT 0",
                "LABEL perceus",
                // by its server, as the loader may be another one's
                "  KERNEL " + server.getHost() + "::" + IpxeCommands.PROGRAM,
                "  APPEND " + String.join(" ", IpxeCommands.words(server)),
                ""));
    }

    /** Says on the console that there is nothing, and starts nothing. */
    static String nothingFor(String machine) {
        return String.join(
                "\n",
                "DEFAULT none",
                "PROMPT 0",
                "LABEL none",
                "  MENU LABEL Perceus has no system for this machine (" + machine + ")",
                "");
    }
}
