package org.perceus.module.ram;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the method. */
@ObjectClassDefinition(name = "Perceus: root in RAM")
public @interface StatelessRamConfig {
    /** For nodes without the setting root-size. */
    @AttributeDefinition(
            name = "Size of the root",
            description =
                    "A share of the node's RAM like 50%, or a size like 2g, for nodes that have no setting root-size")
    String rootSize() default "50%";
}
