package org.perceus.module.internal.registry;

import org.perceus.module.ModuleInfo;

/**
 * A module that is bound at one moment. Immutable.
 *
 * @param module the module
 * @param info what lists show of it
 */
public record ListedModule(BoundModule<?> module, ModuleInfo info) {}
