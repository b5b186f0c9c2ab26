package org.perceus.boot.internal.dhcp;

import java.util.Map;
import java.util.Optional;
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
     * The IANA processor architecture types that are served. 9 is EBC on paper and x64 in the field, where RFC 4578
     * and its erratum disagree.
     */
    private static final Map<Integer, Architecture> TYPES = Map.of(
            0x00, Architecture.BIOS,
            0x07, Architecture.UEFI_X64,
            0x09, Architecture.UEFI_X64,
            0x0b, Architecture.UEFI_ARM64,
            0x0f, Architecture.UEFI_X64,
            0x10, Architecture.UEFI_X64,
            0x13, Architecture.UEFI_ARM64);

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

    private static Architecture architecture(DhcpOptions options, String vendor) {
        IntStream types = options.get(OptionCode.ARCHITECTURE)
                .map(value -> IntStream.range(0, value.length() / 2).map(i -> value.int16At(2 * i)))
                .orElseGet(() -> vendorArchitecture(vendor));
        return types.filter(TYPES::containsKey).mapToObj(TYPES::get).findFirst().orElse(Architecture.UNKNOWN);
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
