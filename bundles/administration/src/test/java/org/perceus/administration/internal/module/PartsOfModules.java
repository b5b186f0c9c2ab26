package org.perceus.administration.internal.module;

import org.perceus.module.ModuleAdmin;
import org.perceus.module.ModuleInventory;
import org.perceus.provisioning.ProvisioningDefaults;

/** Parts that are there without a container, for tests. */
public final class PartsOfModules {
    private PartsOfModules() {}

    public static ModuleParts of(ProvisioningDefaults defaults, ModuleInventory inventory, ModuleAdmin admin) {
        ModuleParts parts = new ModuleParts();
        parts.bindDefaults(defaults);
        parts.bindInventory(inventory);
        parts.bindAdmin(admin);
        return parts;
    }
}
