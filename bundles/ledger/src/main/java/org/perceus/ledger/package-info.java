/**
 * What was changed: a log of changes that is durable and in order, and the states that are folded from it.
 *
 * <p>A room decides each change on its newest state ({@link org.perceus.ledger.Decision}); what it decided is appended
 * durably, together with others that wait, and becomes the next state ({@link org.perceus.ledger.Projection}). Whoever
 * follows the log gets each change once, in order. Several containers may append to one PostgreSQL.
 */
@Export
@Version("1.0.0")
package org.perceus.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
