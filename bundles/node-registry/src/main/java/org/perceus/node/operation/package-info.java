/**
 * Long work with a time-line: imports, builds, updates. Whoever does such work reports it to {@link
 * org.perceus.node.operation.Operations}, and everybody can see how far it is, and later how it went.
 */
@Export
@Version("1.0.0")
package org.perceus.node.operation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
