package org.perceus.module.nfs;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the method. */
@ObjectClassDefinition(name = "Perceus: root over NFS")
public @interface NfsRootConfig {
    /** For nodes without the setting root-size. */
    @AttributeDefinition(
            name = "Size of what a node may write",
            description = "A share of its RAM like 50%, or a size like 2g, for nodes that have no setting root-size")
    String rootSize() default "50%";
}
