package org.perceus.doctor.site;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an installation of Perceus has its things; none of the folders need be there. Immutable.
 *
 * @param home what was unpacked
 * @param base what relative folders of the configuration are below
 * @param etc the configuration
 * @param data what the container keeps
 */
public record Instance(Path home, Path base, Path etc, Path data) {
    /** Reads the system properties by which the launcher says it. */
    public static Instance ofLauncher() {
        Path home = property("karaf.home").orElse(Path.of("")).toAbsolutePath();
        Path base = property("karaf.base").orElse(home);
        return new Instance(
                home,
                base,
                property("karaf.etc").orElse(base.resolve("etc")),
                property("karaf.data").orElse(base.resolve("data")));
    }

    private static Optional<Path> property(String key) {
        return Optional.ofNullable(System.getProperty(key)).map(Path::of);
    }
}
