package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.perceus.boot.Firmware.Architecture;

/** What an iPXE was built with, as it says in the encapsulated options of its request (option 175). */
final class IpxeFeatures {
    private static final int HTTP = 0x13;
    private static final int BZIMAGE = 0x18;
    private static final int EFI = 0x24;

    private IpxeFeatures() {}

    /** Whether it can fetch a script by HTTP and start a kernel. One that says nothing of itself is trusted to. */
    static boolean bootsScripts(DhcpOptions options, Architecture architecture) {
        int kernel = architecture == Architecture.BIOS ? BZIMAGE : EFI;
        return said(options)
                .map(features -> features.contains(HTTP) && features.contains(kernel))
                .orElse(true);
    }

    private static Optional<Set<Integer>> said(DhcpOptions options) {
        return options.get(OptionCode.IPXE).map(Octets::buffer).map(IpxeFeatures::features);
    }

    private static Set<Integer> features(ByteBuffer encapsulated) {
        Set<Integer> features = new HashSet<>();
        while (encapsulated.remaining() >= 2) {
            int code = encapsulated.get() & 0xff;
            int length = Math.min(encapsulated.get() & 0xff, encapsulated.remaining());
            Octets value = Octets.from(encapsulated, length);
            if (length == 1 && value.at(0) != 0) {
                features.add(code);
            }
        }
        return features;
    }
}
