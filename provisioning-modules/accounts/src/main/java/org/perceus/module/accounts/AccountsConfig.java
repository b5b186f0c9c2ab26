package org.perceus.module.accounts;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of this module. */
@ObjectClassDefinition(name = "Perceus module accounts")
public @interface AccountsConfig {
    /** The PID, and so the name of the file in {@code etc}. */
    String PID = "org.perceus.module.accounts";

    @AttributeDefinition(description = "The server's users, for nodes with the setting accounts-of-server: passwd(5)")
    String passwd() default "/etc/passwd";

    @AttributeDefinition(description = "The server's groups: group(5)")
    String group() default "/etc/group";

    @AttributeDefinition(description = "Milliseconds between two looks at these files")
    int pollMs() default 5000;
}
