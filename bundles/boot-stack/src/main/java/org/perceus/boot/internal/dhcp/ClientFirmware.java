package org.perceus.boot.internal.dhcp;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;

/** Tells from a request which program sent it. */
final class ClientFirmware {
    private static final String PXE = "PXEClient";
    private static final String HTTP = "HTTPClient";
    private static final String ARCHITECTURE_MARK = ":Arch:";
    private static final int ARCHITECTURE_DIGITS = 5;

    /**
     * The IANA registry of processor architecture types (RFC 5970 section 3.3), by firmware and HTTP boot alike. 7 and 9
     * are both x64 in the field, where RFC 4578 and its erratum disagree about which of them is EBC.
     */
    private static final Map<Integer, Architecture> TYPES = Map.ofEntries(
            entry(0x00, Architecture.BIOS),
            entry(0x06, Architecture.UEFI_IA32),
            entry(0x07, Architecture.UEFI_X64),
            entry(0x09, Architecture.UEFI_X64),
            entry(0x0a, Architecture.UEFI_ARM32),
            entry(0x0b, Architecture.UEFI_ARM64),
            entry(0x0c, Architecture.POWER),
            entry(0x0d, Architecture.POWER),
            entry(0x0e, Architecture.POWER),
            entry(0x0f, Architecture.UEFI_IA32),
            entry(0x10, Architecture.UEFI_X64),
            entry(0x12, Architecture.UEFI_ARM32),
            entry(0x13, Architecture.UEFI_ARM64),
            entry(0x14, Architecture.BIOS),
            entry(0x15, Architecture.ARM_UBOOT),
            entry(0x16, Architecture.ARM_UBOOT),
            entry(0x17, Architecture.ARM_UBOOT),
            entry(0x18, Architecture.ARM_UBOOT),
            entry(0x19, Architecture.UEFI_RISCV),
            entry(0x1a, Architecture.UEFI_RISCV),
            entry(0x1b, Architecture.UEFI_RISCV),
            entry(0x1c, Architecture.UEFI_RISCV),
            entry(0x1d, Architecture.UEFI_RISCV),
            entry(0x1e, Architecture.UEFI_RISCV),
            entry(0x25, Architecture.UEFI_LOONGARCH),
            entry(0x26, Architecture.UEFI_LOONGARCH),
            entry(0x27, Architecture.UEFI_LOONGARCH),
            entry(0x28, Architecture.UEFI_LOONGARCH));

    /** What boot programs are usually for: a client that could be more than one is taken for one of these. */
    private static final Set<Architecture> PROGRAMS =
            EnumSet.of(Architecture.BIOS, Architecture.UEFI_X64, Architecture.UEFI_ARM64);

    private ClientFirmware() {}

    static Firmware of(DhcpOptions options) {
        String vendor = options.text(OptionCode.VENDOR_CLASS).orElse("");
        Architecture architecture = architecture(options, vendor);
        return new Firmware(loader(options, vendor, architecture), architecture);
    }

    private static Loader loader(DhcpOptions options, String vendor, Architecture architecture) {
        if (UserClass.names(options, "iPXE")) {
            return IpxeFeatures.bootsScripts(options, architecture) ? Loader.IPXE : Loader.PXE;
        }
        if (vendor.startsWith(PXE)) {
            return Loader.PXE;
        }
        return vendor.startsWith(HTTP) ? Loader.UEFI_HTTP : Loader.NONE;
    }

    /** A client may list several, the one that it would rather have first. */
    private static Architecture architecture(DhcpOptions options, String vendor) {
        List<Architecture> said = options.get(OptionCode.ARCHITECTURE)
                .map(value -> IntStream.range(0, value.length() / 2).map(i -> value.int16At(2 * i)))
                .orElseGet(() -> vendorArchitecture(vendor))
                .mapToObj(type -> TYPES.getOrDefault(type, Architecture.OTHER))
                .toList();
        return said.stream()
                .filter(PROGRAMS::contains)
                .findFirst()
                .or(() ->
                        said.stream().filter(kind -> kind != Architecture.OTHER).findFirst())
                .or(() -> said.stream().findFirst())
                .orElse(Architecture.UNKNOWN);
    }

    /** The architecture in {@code PXEClient:Arch:00007:UNDI:003016}, for clients without option 93. */
    private static IntStream vendorArchitecture(String vendor) {
        int start = vendor.indexOf(ARCHITECTURE_MARK) + ARCHITECTURE_MARK.length();
        if (start < ARCHITECTURE_MARK.length() || vendor.length() < start + ARCHITECTURE_DIGITS) {
            return IntStream.empty();
        }
        return Optional.of(vendor.substring(start, start + ARCHITECTURE_DIGITS))
                .filter(digits -> digits.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(digits -> IntStream.of(Integer.parseInt(digits)))
                .orElseGet(IntStream::empty);
    }
}
