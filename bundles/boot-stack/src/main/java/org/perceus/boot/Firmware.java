package org.perceus.boot;

import java.util.List;

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
        /** U-Boot, which starts no network boot program: it wants a system, or a script of its own. */
        U_BOOT,
        /** No boot firmware: an operating system that wants an address. */
        NONE
    }

    /** The machine's architecture. */
    public enum Architecture {
        /** x86 with a BIOS. */
        BIOS("x86 with a BIOS", 0x00, 0x14),
        /** x86 with UEFI of 32 bits, which starts no program of 64. */
        UEFI_IA32("x86 with 32-bit UEFI", 0x06, 0x0f),
        /** x86-64 with UEFI. */
        UEFI_X64("x86-64 with UEFI", 0x07, 0x09, 0x10),
        /** 32-bit Arm with UEFI. */
        UEFI_ARM32("32-bit Arm with UEFI", 0x0a, 0x12),
        /** 64-bit Arm with UEFI. */
        UEFI_ARM64("64-bit Arm with UEFI", 0x0b, 0x13),
        /** Arm with U-Boot, which wants a script of its own. */
        ARM_UBOOT("Arm with U-Boot", 0x15, 0x16, 0x17, 0x18),
        /** POWER and PowerPC. */
        POWER("POWER", 0x0c, 0x0d, 0x0e),
        /** RISC-V with UEFI. */
        UEFI_RISCV("RISC-V with UEFI", 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e),
        /** LoongArch with UEFI. */
        UEFI_LOONGARCH("LoongArch with UEFI", 0x25, 0x26, 0x27, 0x28),
        /** One that has a number, but is none of these. */
        OTHER("of an architecture that is not known here"),
        /** Not said. */
        UNKNOWN("of an architecture that it does not say");

        private final String machine;
        private final List<Integer> types;

        Architecture(String machine, Integer... types) {
            this.machine = machine;
            this.types = List.of(types);
        }

        /**
         * Its numbers in the IANA registry of processor architecture types (RFC 5970 section 3.3), of firmware and HTTP boot
         * alike. 7 and 9 are both x64 in the field, where RFC 4578 and its erratum disagree about which of them is EBC.
         */
        public List<Integer> types() {
            return types;
        }

        /** What such a machine is, after "it is" in a sentence. */
        public String machine() {
            return machine;
        }
    }
}
