/**
 * The nodes of a site, their groups and networks, and how their boots went.
 *
 * <p>{@link org.perceus.node.NodeRegistry} gives immutable snapshots, {@link org.perceus.node.NodeAdmin} changes them by
 * transactions that are durable once acknowledged, and {@link org.perceus.node.BootJournal} keeps the time-line of each
 * boot, and {@link org.perceus.node.NodeHistory} tells who changed what. All are OSGi services of this bundle.
 */
@Export
@Version("2.0.0")
package org.perceus.node;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
