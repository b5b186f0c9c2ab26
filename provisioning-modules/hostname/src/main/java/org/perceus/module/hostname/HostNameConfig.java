package org.perceus.module.hostname;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of this module. */
@ObjectClassDefinition(name = "Perceus module hostname")
public @interface HostNameConfig {
    /** The PID, and so the name of the file in {@code etc}. */
    String PID = "org.perceus.module.hostname";

    @AttributeDefinition(description = "Whether /etc/hostname holds the name with the domain of the network")
    boolean fullyQualified() default false;
}
