package org.perceus.module.scripts;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the module. */
@ObjectClassDefinition(name = "Perceus: node scripts")
public @interface ScriptsConfig {
    /** Where the scripts are. */
    @AttributeDefinition(
            name = "Folder",
            description = "Folder with the site's scripts, relative to the base folder of the container")
    String folder() default "site/scripts";

    /** Who executes scripts on the server. */
    @AttributeDefinition(
            name = "Account",
            description = "Account of this server that scripts with the executable bit run as; never root")
    String account() default "nobody";

    /** How many scripts the server executes at once. */
    @AttributeDefinition(name = "At once", description = "Scripts that the server executes at once, 1 to 64")
    int atOnce() default 4;

    /** How long a script may take on the server. */
    @AttributeDefinition(name = "Seconds", description = "Seconds that a script may take on the server, 1 to 3600")
    int seconds() default 10;

    /** Memory of a process. */
    @AttributeDefinition(
            name = "Memory",
            description = "MiB that each process of a script may have on the server, 16 to 65536")
    int memoryMib() default 256;

    /** Processes of the account. */
    @AttributeDefinition(
            name = "Processes",
            description = "Processes that the account may have on the server, all its scripts together, 4 to 32768")
    int processes() default 64;

    /** What a script may print. */
    @AttributeDefinition(name = "Output", description = "KiB that a script may print on the server, 1 to 512")
    int outputKib() default 256;

    /** How long what a script printed is used again. */
    @AttributeDefinition(
            name = "Keep",
            description = "Seconds for which what a script printed for a node holds, as long as neither the script nor"
                    + " anything of the node changes, 10 to 86400")
    int keepSeconds() default 600;
}
