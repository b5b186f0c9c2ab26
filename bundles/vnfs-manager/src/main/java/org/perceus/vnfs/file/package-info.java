/** Files that outlive a power cut, for whoever keeps something beside the artifacts. */
@Export
@Version("1.0.0")
package org.perceus.vnfs.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
