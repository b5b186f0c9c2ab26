/** What an administrator may do with capsules. */
@Export
@Version("1.0.0")
package org.perceus.administration.capsule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
