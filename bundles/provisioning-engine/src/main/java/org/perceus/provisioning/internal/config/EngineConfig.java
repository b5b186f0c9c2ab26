package org.perceus.provisioning.internal.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the engine. */
@ObjectClassDefinition(name = "Perceus provisioning engine")
public @interface EngineConfig {
    /** The PID that it is configured by. */
    String PID = "org.perceus.provisioning";

    @AttributeDefinition(description = "Folder of the Perceus OS release that nodes boot")
    String perceusOs() default "perceus-os";

    @AttributeDefinition(description = "Folder for the engine's key; empty for engine in the container's data folder")
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

    @AttributeDefinition(description = "KiB that a module's share of a script may have")
    int scriptLimitKib() default 1024;

    @AttributeDefinition(
            description = "Seconds after which a node that entered its second system and says nothing is looked into")
    int noWordSeconds() default 50;

    @AttributeDefinition(
            description =
                    "Hours for which a file is kept that a module published and gave up; longer than a boot may take")
    int keepFilesHours() default 24;
}
