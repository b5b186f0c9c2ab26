/**
 * VNFS capsules and the artifacts that are made of them.
 *
 * <p>{@link org.perceus.vnfs.CapsuleLibrary} imports root file systems as immutable capsules, {@link
 * org.perceus.vnfs.RootPacker} turns their roots into what nodes download, and {@link org.perceus.vnfs.ArtifactStore}
 * keeps files by the hash of their content. All are OSGi services of this bundle. Whoever goes on using an artifact says so
 * by an {@link org.perceus.vnfs.ArtifactReferences} service of its own.
 */
@Export
@Version("1.0.0")
package org.perceus.vnfs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
