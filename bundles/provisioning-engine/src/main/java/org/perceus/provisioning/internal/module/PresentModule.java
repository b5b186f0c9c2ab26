package org.perceus.provisioning.internal.module;

import org.perceus.provisioning.ModuleInfo;

/**
 * A module that is bound at one moment. Immutable.
 *
 * @param slot the module
 * @param info what lists show of it
 */
public record PresentModule(ModuleSlot<?> slot, ModuleInfo info) {}
