package org.perceus.provisioning.internal.publish;

import org.perceus.provisioning.spi.Artifact;

/** An artifact as modules see it. */
public record PublishedArtifact(String sha256, long size) implements Artifact {}
