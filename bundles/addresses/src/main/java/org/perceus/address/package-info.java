/** Addresses of networks as values: of IPv4 and IPv6, their ranges and subnets. They neither ask a name server nor open a socket. */
@Export
@Version("1.0.0")
package org.perceus.address;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
