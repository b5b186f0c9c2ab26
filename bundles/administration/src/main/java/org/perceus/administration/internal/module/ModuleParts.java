package org.perceus.administration.internal.module;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.internal.deed.Part;
import org.perceus.provisioning.ModuleAdmin;
import org.perceus.provisioning.ModuleInventory;

/** The parts of Perceus that deeds for modules need, each of which may come and go. Thread-safe. */
@Component(service = ModuleParts.class)
public final class ModuleParts {
    private static final String ENGINE = "provisioning engine";

    private final Part<ModuleInventory> inventory = new Part<>(ENGINE);
    private final Part<ModuleAdmin> admin = new Part<>(ENGINE);

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

    /** Changes the modules. */
    ModuleAdmin admin() {
        return admin.get();
    }
}
