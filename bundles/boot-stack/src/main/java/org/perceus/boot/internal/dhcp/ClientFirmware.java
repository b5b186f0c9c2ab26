package org.perceus.boot.internal.dhcp;

import java.util.EnumSet;
import java.util.HashMap;
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
    private static final String U_BOOT = "U-Boot";
    private static final String ARCHITECTURE_MARK = ":Arch:";
    private static final int ARCHITECTURE_DIGITS = 5;

    private static final Map<Integer, Architecture> TYPES = types();

    /** What boot programs are usually for: a client that could be more than one is taken for one of these. */
    private static final Set<Architecture> PROGRAMS =
            EnumSet.of(Architecture.BIOS, Architecture.UEFI_X64, Architecture.UEFI_ARM64);

    private ClientFirmware() {}

    private static Map<Integer, Architecture> types() {
        Map<Integer, Architecture> types = new HashMap<>();
        for (Architecture architecture : Architecture.values()) {
            architecture.types().forEach(type -> types.put(type, architecture));
        }
        return Map.copyOf(types);
    }

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
        if (vendor.startsWith(U_BOOT)) {
            return Loader.U_BOOT;
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
