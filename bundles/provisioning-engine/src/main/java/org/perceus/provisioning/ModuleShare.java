package org.perceus.provisioning;

import org.perceus.provisioning.spi.NodeScript;

/**
 * What one module gives to a node's script. Immutable.
 *
 * @param module name of the module
 * @param version its version
 * @param script its share
 */
public record ModuleShare(String module, String version, NodeScript script) {}
