/**
 * Brings the rooms together: decides what each booting machine gets, renders its node script from the provisioning
 * modules, and follows its boot.
 *
 * <p>What other bundles may see of it: what nodes get for which no setting says it,
 * the Perceus OS that nodes boot, whom nodes ask for names, whether this server has room for all of them, and what a node would be given now. All are OSGi services of this bundle.
 */
@Export
@Version("2.0.0")
package org.perceus.provisioning;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
