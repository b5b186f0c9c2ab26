package org.perceus.vnfs.internal.services;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.vnfs.internal.source.RootView;

/** Units of systemd, from where systemd reads them, the administrator's first (systemd.unit(5)). */
public final class SystemdUnits implements Services {
    private static final String ADMINISTRATOR = "etc/systemd/system";
    private static final List<String> FOLDERS = List.of(
            ADMINISTRATOR,
            "run/systemd/system",
            "usr/local/lib/systemd/system",
            "usr/lib/systemd/system",
            "lib/systemd/system");
    private static final List<String> OFFLINE = List.of("initrd-", "rescue.", "emergency.", "system-update");

    private final RootView root;
    private final Set<String> wanted;

    /** @param root a root whose init is systemd */
    public SystemdUnits(RootView root) {
        this.root = root;
        this.wanted = FOLDERS.stream()
                .flatMap(folder -> root.names(folder).stream()
                        .filter(SystemdUnits::isListOfWanted)
                        .flatMap(name -> root.names(folder + "/" + name).stream()))
                .collect(Collectors.toSet());
    }

    private static boolean isListOfWanted(String folder) {
        return (folder.endsWith(".wants") || folder.endsWith(".requires"))
                && OFFLINE.stream().noneMatch(folder::startsWith);
    }

    @Override
    public boolean isEnabled(String name) {
        return wanted.contains(unit(name)) && isInstalled(name) && !isMasked(name);
    }

    @Override
    public boolean isInstalled(String name) {
        // a script of System V is as good as a unit
        return file(unit(name)).isPresent() || root.file("etc/init.d/" + name).isPresent();
    }

    @Override
    public boolean isMasked(String name) {
        return file(unit(name)).filter(this::isNothing).isPresent();
    }

    /** The units of a kind that an administrator wrote, by their paths. */
    public Stream<String> own(String ending) {
        return root.paths(ADMINISTRATOR)
                .filter(path -> path.endsWith(ending) && root.file(path).isPresent());
    }

    /** Where the first of the files of a unit is; it may be a link to nothing. */
    public Optional<String> file(String unit) {
        return FOLDERS.stream()
                .map(folder -> folder + "/" + unit)
                .filter(path -> root.has(path) || root.link(path).isPresent())
                .findFirst();
    }

    private boolean isNothing(String path) {
        return root.link(path).filter("/dev/null"::equals).isPresent()
                || root.file(path).filter(inode -> inode.size() == 0).isPresent();
    }

    private static String unit(String name) {
        return name.indexOf('.') > 0 ? name : name + ".service";
    }
}
