package org.perceus.vnfs.internal.services;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.vnfs.internal.source.RootView;

/** Services without systemd: runlevels of OpenRC, links {@code rc?.d/S..} of System V, and folders that runit and s6 watch. */
final class InitScripts implements Services {
    private static final List<String> RUNLEVELS = List.of("etc/runlevels");
    private static final List<String> WATCHED =
            List.of("etc/service", "var/service", "etc/runit/runsvdir/default", "etc/sv/enabled");
    private static final List<String> SYSTEM_V = List.of("etc", "etc/rc.d");
    private static final Pattern RC_FOLDER = Pattern.compile("rc[S2345]\\.d");
    private static final Pattern START = Pattern.compile("S\\d\\d.+");
    private static final int NAME = 3;

    private final RootView root;
    private final Set<String> started;

    InitScripts(RootView root) {
        this.root = root;
        Stream<String> openrc = RUNLEVELS.stream().flatMap(root::paths).flatMap(level -> root.names(level).stream());
        Stream<String> watched = WATCHED.stream().flatMap(folder -> root.names(folder).stream());
        Stream<String> linked = SYSTEM_V.stream()
                .flatMap(root::paths)
                .filter(path -> RC_FOLDER
                        .matcher(path.substring(path.lastIndexOf('/') + 1))
                        .matches())
                .flatMap(folder -> root.names(folder).stream())
                .filter(START.asMatchPredicate())
                .map(name -> name.substring(NAME));
        this.started =
                Stream.of(openrc, watched, linked).flatMap(names -> names).collect(Collectors.toSet());
    }

    @Override
    public boolean isEnabled(String name) {
        return started.contains(name);
    }

    @Override
    public boolean isInstalled(String name) {
        return started.contains(name)
                || root.file("etc/init.d/" + name).isPresent()
                || root.hasFolder("etc/sv/" + name);
    }

    @Override
    public boolean isMasked(String name) {
        return false;
    }
}
