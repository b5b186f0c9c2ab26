package org.perceus.vnfs.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.perceus.vnfs}. */
@ObjectClassDefinition(name = "Perceus VNFS", description = "Capsules and artifacts")
public @interface VnfsConfig {
    /** Where everything is kept. */
    @AttributeDefinition(description = "Folder of capsules and artifacts, in one file system")
    String directory() default "${karaf.data}/vnfs";

    /** How hard roots are compressed for keeping. */
    @AttributeDefinition(description = "zstd level of roots as they are kept, 1 to 19", min = "1", max = "19")
    int compressionLevel() default 6;

    /** How hard roots are compressed for nodes. */
    @AttributeDefinition(description = "zstd level of initramfs images, 1 to 19", min = "1", max = "19")
    int initramfsLevel() default 9;

    /** How many processors compress. */
    @AttributeDefinition(description = "Threads that compress; 0 for as many as there are processors", min = "0")
    int workers() default 0;

    /** What is more is called a bomb. */
    @AttributeDefinition(description = "Largest root that may be imported, in GiB of content", min = "1")
    long maxRootGib() default 64;

    /** What is more is called a bomb. */
    @AttributeDefinition(description = "Most files that a root may have", min = "1")
    long maxEntries() default 10_000_000;

    /** How long an artifact that nobody refers to is kept. */
    @AttributeDefinition(description = "Minutes that an unused artifact is kept", min = "1")
    long sweepGraceMinutes() default 60;
}
