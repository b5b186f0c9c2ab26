package org.perceus.provisioning;

import org.perceus.vnfs.CapsuleId;

/**
 * What a version of a method built of a capsule. Immutable.
 *
 * @param capsule the capsule
 * @param methodVersion version of the method's bundle
 */
public record BuiltImage(CapsuleId capsule, String methodVersion) {}
