package org.perceus.boot;

import java.util.Optional;

/** What a DHCP client boots. Immutable. */
public sealed interface BootProgram {
    /** Of a client that does not boot, or shall not. */
    BootProgram NOTHING = new Nothing();

    /** What its firmware loads, if there is something. */
    default Optional<String> file() {
        return this instanceof File found ? Optional.of(found.name()) : Optional.empty();
    }

    /**
     * A program.
     *
     * @param name as its firmware asks for it: a file name for TFTP, a URL for UEFI HTTP boot and iPXE
     */
    record File(String name) implements BootProgram {}

    /** Nothing, as it should be. */
    record Nothing() implements BootProgram {}

    /**
     * Nothing for a client that wants to boot.
     *
     * @param reason one sentence for the administrator
     */
    record Missing(String reason) implements BootProgram {}
}
