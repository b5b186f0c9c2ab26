package org.perceus.provisioning.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a DS component as a provisioning module: gives its service the properties {@code perceus.module.name} and
 * {@code perceus.module.order}, and its bundle the capability {@value #CAPABILITY}. bnd reads it while the bundle is built;
 * it is not there at run time.
 */
@ComponentPropertyType
@Capability(namespace = PerceusModule.CAPABILITY)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PerceusModule {
    /** Prefix of the service properties. */
    String PREFIX_ = "perceus.module.";

    /** Namespace of the manifest capability that tells a module from any other bundle. */
    String CAPABILITY = "perceus.module";

    /** Service property with the module's name. */
    String NAME = "perceus.module.name";

    /** Service property with the module's place among the others. */
    String ORDER = "perceus.module.order";

    /** The name by which administrators choose the module: lower-case letters, digits and hyphens between them, at most 63. */
    @Attribute("perceus.module")
    String name();

    /**
     * Place of a configuration module's share in a node script, ascending, from 0 to 99; of no meaning for a
     * provisioning method.
     */
    @Attribute("order")
    int order() default 50;
}
