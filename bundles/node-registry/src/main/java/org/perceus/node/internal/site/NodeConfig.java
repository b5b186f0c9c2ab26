package org.perceus.node.internal.site;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The configuration {@code org.perceus.node}. Beside these keys, each {@code setting.<key>} is a setting of all nodes
 * that neither they nor their groups have.
 */
@ObjectClassDefinition(name = "Perceus nodes")
public @interface NodeConfig {
    @AttributeDefinition(description = "Names of nodes that were given none: one to six # stand for the digits")
    String namePattern() default "n####";

    @AttributeDefinition(description = "Lowest number in such names")
    int nameFirst() default 0;

    @AttributeDefinition(description = "Group of nodes that were given none")
    String defaultGroup() default "default";

    @AttributeDefinition(
            description = "Whether discovered nodes are provisioned at once or wait for an administrator",
            options = {@Option(label = "auto", value = "auto"), @Option(label = "manual", value = "manual")})
    String approve() default "auto";

    @AttributeDefinition(description = "How many boots of a node are kept, 1 to 1000")
    int bootsPerNode() default 10;

    @AttributeDefinition(description = "After so many days a boot is deleted that is not the newest of its node")
    int bootDays() default 365;

    @AttributeDefinition(description = "After so many seconds without a sign of life a ready or waiting node is silent")
    int silentAfterSeconds() default 180;

    @AttributeDefinition(description = "The same for a node on its way to its second operating system")
    int silentBootSeconds() default 600;

    @AttributeDefinition(description = "So many boots in a row without ready are a loop")
    int loopBoots() default 5;

    @AttributeDefinition(description = "Seconds within which these boots began")
    int loopSeconds() default 3600;

    @AttributeDefinition(description = "After so many days an import, a build or an update is deleted")
    int operationDays() default 365;

    @AttributeDefinition(description = "How many imports, builds and updates are kept, the newest")
    int operationsKept() default 10_000;

    @AttributeDefinition(description = "Seconds that an unknown machine has an address, until it becomes a node")
    int strangerLeaseSeconds() default 3600;

    @AttributeDefinition(description = "How many unknown machines begin to have an address in a second, on a network")
    int strangersPerSecond() default 2000;
}
