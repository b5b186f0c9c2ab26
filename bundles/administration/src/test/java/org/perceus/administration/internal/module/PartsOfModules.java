package org.perceus.administration.internal.module;

import org.perceus.provisioning.ModuleAdmin;
import org.perceus.provisioning.ModuleInventory;

/** Parts that are there without a container, for tests. */
public final class PartsOfModules {
    private PartsOfModules() {}

    public static ModuleParts of(ModuleInventory inventory, ModuleAdmin admin) {
        ModuleParts parts = new ModuleParts();
        parts.bindInventory(inventory);
        parts.bindAdmin(admin);
        return parts;
    }
}
