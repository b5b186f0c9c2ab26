package org.perceus.module.files;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of this module. */
@ObjectClassDefinition(name = "Perceus module files")
public @interface FilesConfig {
    /** The PID, and so the name of the file in {@code etc}. */
    String PID = "org.perceus.module.files";

    @AttributeDefinition(description = "Folder of the site's files, relative to the base folder of the container")
    String folder() default "site/files";

    @AttributeDefinition(description = "Milliseconds between two looks at that folder")
    int pollMs() default 2000;

    @AttributeDefinition(description = "Files, links and folders that it may hold")
    int maxFiles() default 20_000;

    @AttributeDefinition(description = "MiB of small files, templates and manifests that are kept in memory")
    int memoryMib() default 32;

    @AttributeDefinition(description = "MiB of large files that nodes download")
    int publishedMib() default 4096;
}
