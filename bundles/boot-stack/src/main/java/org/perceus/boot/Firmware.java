package org.perceus.boot;

/**
 * What kind of program sent a DHCP request, as far as it matters for what it can boot.
 *
 * @param loader how it loads a boot program
 * @param architecture the machine it runs on, from DHCP option 93 (RFC 4578 section 2.1 and the IANA processor
 *     architecture types)
 */
public record Firmware(Loader loader, Architecture architecture) {
    /** How a client loads what it boots. */
    public enum Loader {
        /** A PXE ROM: loads a network boot program by TFTP. */
        PXE,
        /** UEFI HTTP boot: loads an EFI program from a URL. */
        UEFI_HTTP,
        /** iPXE that can run a script from a URL. */
        IPXE,
        /** No boot firmware: an operating system that wants an address. */
        NONE
    }

    /** The machine's architecture. */
    public enum Architecture {
        /** x86 with a BIOS. */
        BIOS,
        /** x86-64 with UEFI. */
        UEFI_X64,
        /** 64-bit Arm with UEFI. */
        UEFI_ARM64,
        /** Not said, or none that is known here. */
        UNKNOWN
    }
}
