package org.perceus.provisioning.testkit;

import org.perceus.provisioning.spi.Artifact;

/** An artifact that no file has to stand behind. */
record TestArtifact(String sha256, long size) implements Artifact {}
