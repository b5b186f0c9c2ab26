package org.perceus.module.slurm;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of this module. */
@ObjectClassDefinition(name = "Perceus module slurm")
public @interface SlurmConfig {
    /** The PID, and so the name of the file in {@code etc}. */
    String PID = "org.perceus.module.slurm";

    @AttributeDefinition(
            description =
                    "The site's own part of slurm.conf, relative to the folder of the container: all but the nodes")
    String file() default "site/slurm.conf";

    @AttributeDefinition(description = "Milliseconds between two looks at it")
    int pollMs() default 2000;
}
