package org.perceus.module;

import org.perceus.provisioning.spi.Artifact;

/**
 * A file of an image, which nodes download by its hash. Immutable.
 *
 * @param sha256 SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param size size in bytes
 */
public record ImageArtifact(String sha256, long size) implements Artifact {}
