package org.perceus.vnfs.internal.kernel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.perceus.vnfs.InitramfsFormat;
import org.perceus.vnfs.internal.root.ReleaseOrder;
import org.perceus.vnfs.internal.source.RootView;

/** What a kernel was built with, as far as its configuration is in the root. Immutable. */
final class KernelConfig {
    private static final String FIRST_WITH_ZSTD = "5.9";

    private final String release;
    private final Set<String> on;
    private final Set<String> off;

    private KernelConfig(String release, Set<String> on, Set<String> off) {
        this.release = release;
        this.on = on;
        this.off = off;
    }

    /** Reads that of a kernel, from where distributions keep it. */
    static KernelConfig of(RootView root, String kernelPath, String release) throws IOException {
        int name = kernelPath.lastIndexOf('/') + 1;
        String sibling = kernelPath.substring(0, name)
                + kernelPath.substring(name).replaceFirst("^(?:vmlinu[xz]|kernel|linux)", "config");
        List<String> places = List.of(
                "boot/config-" + release,
                "lib/modules/" + release + "/config",
                sibling,
                "lib/modules/" + release + "/build/.config");
        for (String place : places) {
            Set<String> on = new TreeSet<>();
            Set<String> off = new TreeSet<>();
            for (String line : place.equals(kernelPath) ? List.<String>of() : root.lines(place)) {
                word(line, "CONFIG_", "=y").ifPresent(on::add);
                word(line, "CONFIG_", "=m").ifPresent(on::add);
                word(line, "# CONFIG_", " is not set").ifPresent(off::add);
            }
            if (!on.isEmpty()) {
                return new KernelConfig(release, on, off);
            }
        }
        return new KernelConfig(release, Set.of(), Set.of());
    }

    private static Optional<String> word(String line, String before, String behind) {
        return line.startsWith(before) && line.endsWith(behind)
                ? Optional.of(line.substring(before.length(), line.length() - behind.length()))
                : Optional.empty();
    }

    /** How an initramfs has to be packed for it. */
    InitramfsFormat initramfs() {
        boolean young = new ReleaseOrder().compare(release, FIRST_WITH_ZSTD) >= 0;
        if (on.isEmpty()) {
            return young ? InitramfsFormat.ZSTD : InitramfsFormat.GZIP;
        }
        if (on.contains("RD_ZSTD")) {
            return InitramfsFormat.ZSTD;
        }
        return on.contains("RD_GZIP") ? InitramfsFormat.GZIP : InitramfsFormat.PLAIN;
    }

    /** Whether it is known to start without an initramfs only, as no node can start it. */
    boolean takesNoInitramfs() {
        return off.contains("BLK_DEV_INITRD");
    }

    /** Those of some options that it is known to lack. */
    List<String> lacking(String... options) {
        return Stream.of(options).filter(off::contains).toList();
    }
}
