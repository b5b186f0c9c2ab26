package org.perceus.administration.internal.module;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.internal.deed.Part;
import org.perceus.module.ModuleAdmin;
import org.perceus.module.ModuleInventory;
import org.perceus.provisioning.ProvisioningDefaults;

/** The parts of Perceus that deeds for modules need, each of which may come and go. Thread-safe. */
@Component(service = ModuleParts.class)
public final class ModuleParts {
    private static final String PLATFORM = "module platform";

    private final Part<ModuleInventory> inventory = new Part<>(PLATFORM);
    private final Part<ProvisioningDefaults> defaults = new Part<>("provisioning engine");
    private final Part<ModuleAdmin> admin = new Part<>(PLATFORM);

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindDefaults(ProvisioningDefaults service) {
        defaults.bind(service);
    }

    void unbindDefaults(ProvisioningDefaults service) {
        defaults.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindInventory(ModuleInventory service) {
        inventory.bind(service);
    }

    void unbindInventory(ModuleInventory service) {
        inventory.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindAdmin(ModuleAdmin service) {
        admin.bind(service);
    }

    void unbindAdmin(ModuleAdmin service) {
        admin.unbind(service);
    }

    /** The modules that there are. */
    public ModuleInventory inventory() {
        return inventory.get();
    }

    /** What nodes get for which no setting says it. */
    public ProvisioningDefaults defaults() {
        return defaults.get();
    }

    /** Changes the modules. */
    ModuleAdmin admin() {
        return admin.get();
    }
}
