/**
 * What provisioning modules are compiled against, and all that they may use of Perceus.
 *
 * <p>A module is a bundle with one service: a {@link org.perceus.provisioning.spi.ProvisioningMethod} decides how a
 * capsule reaches a node, a {@link org.perceus.provisioning.spi.ConfigurationModule} customises the node before it
 * starts. Modules implement the consumer types; everything else is given to them by the engine.
 */
@Export
@Version("1.0.0")
package org.perceus.provisioning.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
