package org.perceus.provisioning.internal;

import java.nio.file.Path;

/** Where the engine keeps its own files. */
public final class EngineDirectory {
    private EngineDirectory() {}

    /** The configured folder, else one in the container's data folder. */
    public static Path of(EngineConfig config) {
        return config.directory().isBlank()
                ? Path.of(System.getProperty("karaf.data", "data"), "engine")
                : inBase(config.directory());
    }

    /** The folder of Perceus OS. */
    public static Path perceusOs(EngineConfig config) {
        return inBase(config.perceusOs());
    }

    /** The folder that modules are put into. */
    public static Path modules(EngineConfig config) {
        return inBase(config.modulesFolder());
    }

    private static Path inBase(String folder) {
        return Path.of(System.getProperty("karaf.base", "")).resolve(folder);
    }
}
