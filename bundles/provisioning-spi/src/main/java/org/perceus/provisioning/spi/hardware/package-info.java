/**
 * What machines have, as they said it, and how others who plan by it want it written. Those who write such files read it here,
 * so that all of them say the same of a machine.
 */
@Export
@Version("1.0.0")
package org.perceus.provisioning.spi.hardware;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
