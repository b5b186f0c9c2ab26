/**
 * Files of the site that modules read: what is in them within bounds, and again when they have changed. A module looks at them in
 * the background, from {@code activate} to {@code deactivate}, and renders from what it saw last.
 */
@Export
@Version("1.0.0")
package org.perceus.provisioning.spi.site;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
