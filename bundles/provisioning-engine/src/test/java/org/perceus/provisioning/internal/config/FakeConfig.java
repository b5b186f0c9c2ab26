package org.perceus.provisioning.internal.config;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.Map;

/** The configuration of an engine whose files are in one folder. */
@SuppressWarnings("ClassExplicitlyAnnotation")
public record FakeConfig(Path folder, String modules, String kernelArguments) implements EngineConfig {
    /** One whose files are in a folder. */
    public static EngineConfiguration in(Path folder) {
        return new EngineConfiguration(new FakeConfig(folder, "hostname,network", ""), Map.of());
    }

    /** One for those who need no file. */
    public static EngineConfiguration with(String modules, String kernelArguments) {
        return new EngineConfiguration(new FakeConfig(Path.of(""), modules, kernelArguments), Map.of());
    }

    @Override
    public String perceusOs() {
        return folder.resolve("perceus-os").toString();
    }

    @Override
    public String directory() {
        return folder.resolve("engine").toString();
    }

    @Override
    public String method() {
        return "stateless-ram";
    }

    @Override
    public String osKernelArguments() {
        return "console=ttyS0";
    }

    @Override
    public int scriptLimitKib() {
        return 1024;
    }

    @Override
    public int noWordSeconds() {
        return 60;
    }

    @Override
    public int keepFilesHours() {
        return 24;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return EngineConfig.class;
    }
}
