/**
 * The servers that a booting machine talks to: DHCP, TFTP and HTTP, on the provisioning interfaces and nowhere else.
 *
 * <p>They decide nothing: a {@link org.perceus.boot.BootPolicy} says what a DHCP client gets, {@link
 * org.perceus.boot.BootFiles} which files there are, and {@link org.perceus.boot.HttpEndpoint} services answer HTTP
 * requests. All three are found as OSGi services, may come and go, and are implemented by whoever uses this bundle.
 */
@Export
@Version("1.0.0")
package org.perceus.boot;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
