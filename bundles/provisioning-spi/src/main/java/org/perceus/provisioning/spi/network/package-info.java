/**
 * The network interfaces that a node shall have, as administrators set them in {@code interfaces}: what they may write, what
 * it means, and which names and addresses come of it. Those who configure interfaces, write tables of hosts or answer for
 * names read it here, so that all of them mean the same.
 */
@Export
@Version("1.0.0")
package org.perceus.provisioning.spi.network;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
