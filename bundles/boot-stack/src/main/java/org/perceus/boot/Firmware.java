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
        BIOS("x86 with a BIOS"),
        /** x86 with UEFI of 32 bits, which starts no program of 64. */
        UEFI_IA32("x86 with 32-bit UEFI"),
        /** x86-64 with UEFI. */
        UEFI_X64("x86-64 with UEFI"),
        /** 32-bit Arm with UEFI. */
        UEFI_ARM32("32-bit Arm with UEFI"),
        /** 64-bit Arm with UEFI. */
        UEFI_ARM64("64-bit Arm with UEFI"),
        /** Arm with U-Boot, which wants a script of its own. */
        ARM_UBOOT("Arm with U-Boot"),
        /** POWER and PowerPC. */
        POWER("POWER"),
        /** RISC-V with UEFI. */
        UEFI_RISCV("RISC-V with UEFI"),
        /** LoongArch with UEFI. */
        UEFI_LOONGARCH("LoongArch with UEFI"),
        /** One that has a number, but is none of these. */
        OTHER("of an architecture that is not known here"),
        /** Not said. */
        UNKNOWN("of an architecture that it does not say");

        private final String machine;

        Architecture(String machine) {
            this.machine = machine;
        }

        /** What such a machine is, after "it is" in a sentence. */
        public String machine() {
            return machine;
        }
    }
}
