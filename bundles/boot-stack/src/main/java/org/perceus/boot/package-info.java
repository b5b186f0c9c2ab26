/**
 * The servers that nodes talk to: DHCP, TFTP, HTTP, DNS and a kernel log, on the provisioning interfaces and nowhere else.
 *
 * <p>They decide nothing: a {@link org.perceus.boot.BootPolicy} says what a DHCP client gets, {@link
 * org.perceus.boot.BootFiles} which files there are, and {@link org.perceus.boot.HttpEndpoint} services answer HTTP
 * requests. A {@link org.perceus.boot.KernelLog} hears what kernels say, a {@link
 * org.perceus.boot.NameDirectory} knows the names of the site, and {@link org.perceus.boot.LoaderConfigurations} writes what boot loaders
 * of others look for. All are found as OSGi services, may come and go, and are implemented by whoever uses this bundle.
 */
@Export
@Version("2.0.0")
package org.perceus.boot;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
