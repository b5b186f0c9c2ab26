/**
 * Provisioning modules: found in the container and in the modules folder, checked, leased to those who call them, and
 * replaced while they are in use; and the images that provisioning methods build of capsules.
 *
 * <p>It knows neither nodes nor where capsules are: {@link org.perceus.module.CapsuleStore},
 * {@link org.perceus.module.NodeRequirements} and {@link org.perceus.module.DurableWriter} are services that the room
 * above it offers. All others are services of this bundle.
 */
@Export
@Version("1.0.0")
package org.perceus.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
