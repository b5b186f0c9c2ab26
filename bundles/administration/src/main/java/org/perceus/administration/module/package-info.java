/** What an administrator may do with provisioning modules. */
@Export
@Version("1.0.0")
package org.perceus.administration.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
