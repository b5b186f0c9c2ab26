package org.perceus.provisioning.internal.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The configuration at one moment. Immutable.
 *
 * @param perceusOs the folder of Perceus OS
 * @param directory where the engine keeps its own files
 * @param method provisioning method of nodes for which no setting names one
 * @param modules configuration modules of nodes for which no setting names any
 * @param osKernelArguments kernel arguments of Perceus OS
 * @param kernelArguments kernel arguments of the second OS of nodes without the setting
 * @param scriptLimit how many characters a module's share of a script may have
 * @param noWord after how long a node that entered its second system and says nothing is looked into
 * @param keepFiles how long a file is kept that a module published and gave up
 * @param problems what is wrong in it, in one sentence each
 */
public record EngineOptions(
        Path perceusOs,
        Path directory,
        String method,
        List<String> modules,
        String osKernelArguments,
        String kernelArguments,
        int scriptLimit,
        Duration noWord,
        Duration keepFiles,
        List<String> problems) {
    /** Reads it: what is wrong has its default. */
    static EngineOptions of(EngineConfig config, Map<String, ?> properties) {
        List<String> problems = new ArrayList<>();
        return new EngineOptions(
                inBase(config.perceusOs()),
                config.directory().isBlank()
                        ? Path.of(System.getProperty("karaf.data", "data"), "engine")
                        : inBase(config.directory()),
                config.method(),
                Arrays.stream(config.modules().split("[,\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                config.osKernelArguments(),
                config.kernelArguments(),
                EngineNumber.SCRIPT_LIMIT.of(properties, problems::add) << 10,
                Duration.ofSeconds(EngineNumber.NO_WORD.of(properties, problems::add)),
                Duration.ofHours(EngineNumber.KEEP_FILES.of(properties, problems::add)),
                List.copyOf(problems));
    }

    /** The same with other folders. */
    EngineOptions in(Path otherPerceusOs, Path otherDirectory) {
        return new EngineOptions(
                otherPerceusOs,
                otherDirectory,
                method,
                modules,
                osKernelArguments,
                kernelArguments,
                scriptLimit,
                noWord,
                keepFiles,
                problems);
    }

    private static Path inBase(String folder) {
        return Path.of(System.getProperty("karaf.base", "")).resolve(folder);
    }
}
