package org.perceus.module.internal.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the module platform. */
@ObjectClassDefinition(name = "Perceus module platform")
public @interface PlatformConfig {
    /** The PID that it is configured by. */
    String PID = "org.perceus.module";

    @AttributeDefinition(description = "Folder that modules are put into, relative to the base folder of the container")
    String folder() default "modules";

    @AttributeDefinition(
            description = "Folder for the list of built images; empty for module in the container's data folder")
    String directory() default "";

    @AttributeDefinition(description = "Milliseconds between two looks at the folder of modules")
    int pollMs() default 1000;

    @AttributeDefinition(description = "Milliseconds that a call of a module may take, other than a build of an image")
    int callTimeoutMs() default 2000;

    @AttributeDefinition(
            description = "Seconds that a module which is to leave may still be in use, for a build of an image")
    int drainSeconds() default 600;

    @AttributeDefinition(description = "Images that are built at once")
    int builders() default 2;

    @AttributeDefinition(description = "Seconds without progress after which the build of an image is given up")
    int buildStallSeconds() default 900;

    @AttributeDefinition(
            description = "Hours for which an image is kept that no node can get any more; longer than a boot may take")
    int keepImagesHours() default 24;
}
