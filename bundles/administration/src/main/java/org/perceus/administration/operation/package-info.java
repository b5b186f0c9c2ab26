/** Deeds that take long, and what an administrator may know of them while they run and later. */
@Export
@Version("1.0.0")
package org.perceus.administration.operation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
