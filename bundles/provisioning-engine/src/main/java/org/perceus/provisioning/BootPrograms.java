package org.perceus.provisioning;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.boot.Firmware;

/** What firmware loads first, by its kind. Thread-safe. */
@ProviderType
public interface BootPrograms {
    /** Where iPXE finds the script that has it come for its own, below the base of this server's URLs. */
    String SCRIPT = "/boot/ipxe";

    /** Where programs are found by HTTP, below the base of this server's URLs. */
    String FOLDER = "/boot/";

    /**
     * A program for a kind of firmware.
     *
     * @param firmware which loads it
     * @param file its name, by TFTP and in {@link #FOLDER}
     */
    record Program(Firmware firmware, String file) {}

    /** Those of the Perceus OS that is installed; none when there is none. */
    List<Program> programs();
}
