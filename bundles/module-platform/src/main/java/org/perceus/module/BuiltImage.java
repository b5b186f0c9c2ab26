package org.perceus.module;

/**
 * What a version of a method built. Immutable.
 *
 * @param capsule the capsule that it was built of, as {@code name@version}
 * @param methodVersion version of the method's bundle
 */
public record BuiltImage(String capsule, String methodVersion) {}
