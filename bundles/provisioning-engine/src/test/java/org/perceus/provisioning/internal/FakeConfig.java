package org.perceus.provisioning.internal;

import java.lang.annotation.Annotation;
import java.nio.file.Path;

/** The configuration of an engine whose files are in one folder. */
@SuppressWarnings("ClassExplicitlyAnnotation")
public record FakeConfig(Path folder, int renderTimeoutMs) implements EngineConfig {
    public FakeConfig(Path folder) {
        this(folder, 2000);
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
    public String modules() {
        return "hostname,network";
    }

    @Override
    public String kernelArguments() {
        return "";
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
    public String modulesFolder() {
        return folder.resolve("modules").toString();
    }

    @Override
    public int modulesPollMs() {
        return 1000;
    }

    @Override
    public int drainSeconds() {
        return 10;
    }

    @Override
    public int noWordSeconds() {
        return 60;
    }

    @Override
    public int builders() {
        return 1;
    }

    @Override
    public int buildStallSeconds() {
        return 10;
    }

    @Override
    public int keepImagesHours() {
        return 24;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return EngineConfig.class;
    }
}
