/** What rooms keep beside the ledger, in its database: the time-lines of operations. */
@Export
@Version("1.0.0")
package org.perceus.ledger.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
