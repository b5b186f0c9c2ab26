package org.perceus.vnfs.internal.kernel;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.source.RootView;

/** The folders {@code /lib/modules/RELEASE} of a root. */
final class ModuleFolders {
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}");
    private static final Pattern MODULE = Pattern.compile(".*\\.ko(?:\\.gz|\\.xz|\\.zst)?");
    private static final List<String> MODPROBE =
            List.of("sbin/modprobe", "usr/sbin/modprobe", "bin/modprobe", "usr/bin/modprobe");
    private static final String NETWORK_DRIVERS = "/kernel/drivers/net/";

    private final RootView root;
    private final Collection<String> releases;

    ModuleFolders(RootView root) {
        this.root = root;
        this.releases = root.names("lib/modules").stream()
                .filter(name -> RELEASE.matcher(name).matches())
                .filter(name -> root.hasFolder("lib/modules/" + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The releases that have one. */
    Collection<String> releases() {
        return releases;
    }

    boolean has(String release) {
        return releases.contains(release);
    }

    /** The only release that has one. */
    Optional<String> only() {
        return releases.size() == 1 ? Optional.of(releases.iterator().next()) : Optional.empty();
    }

    /** Whether there are modules that {@code modprobe} would not find, as nobody ran {@code depmod}. */
    boolean lacksIndex(String release) {
        long index =
                root.file(folder(release) + "/modules.dep").map(Inode::size).orElse(0L);
        return index == 0 && modules(release, "/").findAny().isPresent();
    }

    /** Whether they are packed with zstd, which the {@code modprobe} of busybox hands to the kernel as it is. */
    boolean areNotForBusybox(String release) {
        return MODPROBE.stream()
                        .flatMap(path -> root.tree().resolve(path).stream())
                        .findFirst()
                        .filter(program ->
                                program.substring(program.lastIndexOf('/') + 1).startsWith("busybox"))
                        .isPresent()
                && modules(release, "/").anyMatch(name -> name.endsWith(".zst"));
    }

    /** Whether there is a driver for a network card, built in or as a module. */
    boolean hasNetworkDrivers(String release) throws IOException {
        List<String> builtIn = root.lines(folder(release) + "/modules.builtin");
        return modules(release, NETWORK_DRIVERS).findAny().isPresent()
                || builtIn.stream().anyMatch(line -> line.contains(NETWORK_DRIVERS.substring(1)));
    }

    private Stream<String> modules(String release, String below) {
        return root.tree()
                .resolve(folder(release) + below)
                .map(real -> root.tree().below(real).keySet().stream().filter(MODULE.asMatchPredicate()))
                .orElse(Stream.empty());
    }

    private static String folder(String release) {
        return "lib/modules/" + release;
    }
}
