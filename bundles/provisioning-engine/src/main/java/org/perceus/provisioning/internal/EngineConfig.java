package org.perceus.provisioning.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the engine, shared by its components. */
@ObjectClassDefinition(name = "Perceus provisioning engine")
public @interface EngineConfig {
    /** The PID that all components of the engine are configured by. */
    String PID = "org.perceus.provisioning";

    @AttributeDefinition(description = "Folder of the Perceus OS release that nodes boot")
    String perceusOs() default "perceus-os";

    @AttributeDefinition(
            description =
                    "Folder for the engine's key and the list of built images; empty for engine in the container's"
                            + " data folder")
    String directory() default "";

    @AttributeDefinition(description = "Provisioning method of nodes for which no setting names one")
    String method() default "stateless-ram";

    @AttributeDefinition(
            description = "Configuration modules of nodes for which no setting names any, separated by commas")
    String modules() default
            "hostname,hosts,network,drivers,sysctl,time,mounts,syslog,slurm,services,console,accounts,ssh,scripts,files";

    @AttributeDefinition(description = "Kernel arguments of Perceus OS, for consoles and the like")
    String osKernelArguments() default "console=tty0 console=ttyS0,115200 quiet loglevel=3 panic=10";

    @AttributeDefinition(
            description = "Kernel arguments of the second OS of nodes for which no setting kernel-args has any")
    String kernelArguments() default "console=tty0 console=ttyS0,115200 panic=10";

    @AttributeDefinition(description = "Milliseconds that a module may take to render its share of a script")
    int renderTimeoutMs() default 2000;

    @AttributeDefinition(description = "KiB that a module's share of a script may have")
    int scriptLimitKib() default 1024;

    @AttributeDefinition(description = "Folder that modules are put into, relative to the base folder of the container")
    String modulesFolder() default "modules";

    @AttributeDefinition(description = "Milliseconds between two looks at that folder")
    int modulesPollMs() default 1000;

    @AttributeDefinition(
            description = "Seconds that a module which is to leave may still be in use, for a build of an image")
    int drainSeconds() default 600;

    @AttributeDefinition(
            description = "Seconds after which a node that entered its second system and says nothing is looked into")
    int noWordSeconds() default 50;

    @AttributeDefinition(description = "Images that are built at once")
    int builders() default 2;

    @AttributeDefinition(description = "Seconds without progress after which the build of an image is given up")
    int buildStallSeconds() default 900;

    @AttributeDefinition(
            description = "Hours for which an image is kept that no node can get any more; longer than a boot may take")
    int keepImagesHours() default 24;
}
