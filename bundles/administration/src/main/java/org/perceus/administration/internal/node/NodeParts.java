package org.perceus.administration.internal.node;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.internal.deed.Part;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeHistory;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeKeys;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.SettingCheck;
import org.perceus.provisioning.SettingEffects;

/** The parts of Perceus that deeds for nodes need, each of which may come and go. Thread-safe. */
@Component(service = NodeParts.class)
public final class NodeParts {
    private static final String REGISTRY = "node registry";
    private static final String ENGINE = "provisioning engine";

    private final Part<NodeRegistry> registry = new Part<>(REGISTRY);
    private final Part<NodeAdmin> admin = new Part<>(REGISTRY);
    private final Part<NodeHistory> history = new Part<>(REGISTRY);
    private final Part<BootJournal> journal = new Part<>(REGISTRY);
    private final Part<SettingCheck> settingCheck = new Part<>(ENGINE);
    private final Part<NodePreview> preview = new Part<>(ENGINE);
    private final Part<NodeKeys> keys = new Part<>(ENGINE);

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindRegistry(NodeRegistry service) {
        registry.bind(service);
    }

    void unbindRegistry(NodeRegistry service) {
        registry.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindAdmin(NodeAdmin service) {
        admin.bind(service);
    }

    void unbindAdmin(NodeAdmin service) {
        admin.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindHistory(NodeHistory service) {
        history.bind(service);
    }

    void unbindHistory(NodeHistory service) {
        history.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindJournal(BootJournal service) {
        journal.bind(service);
    }

    void unbindJournal(BootJournal service) {
        journal.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindSettingCheck(SettingCheck service) {
        settingCheck.bind(service);
    }

    void unbindSettingCheck(SettingCheck service) {
        settingCheck.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindPreview(NodePreview service) {
        preview.bind(service);
    }

    void unbindPreview(NodePreview service) {
        preview.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindKeys(NodeKeys service) {
        keys.bind(service);
    }

    void unbindKeys(NodeKeys service) {
        keys.unbind(service);
    }

    /** The nodes as they are now. */
    public RegistrySnapshot snapshot() {
        return registry.get().snapshot();
    }

    /** Changes the nodes, or only decides what would become of a change. */
    NodeAdmin admin(boolean dryRun) {
        return dryRun ? admin.get().dryRun() : admin.get();
    }

    /** What was changed of the nodes. */
    NodeHistory history() {
        return history.get();
    }

    /** How nodes are, as long as the registry runs. */
    Optional<BootJournal> journal() {
        return journal.find();
    }

    /** The key that a machine shows which waits to be approved; none while the provisioning engine is not running. */
    Optional<String> shownKey(MacAddress mac) {
        return keys.find().flatMap(shown -> shown.shown(mac));
    }

    /** Compares settings with what is installed. */
    public SettingCheck settingCheck() {
        return settingCheck.get();
    }

    /** Finds out what a node would be given. */
    public NodePreview preview() {
        return preview.get();
    }

    /** Which settings matter to which nodes; nothing is known of that while the provisioning engine is not running. */
    SettingEffects settingEffects() {
        return settingCheck.find().map(SettingCheck::effects).orElseGet(SettingEffects::unknown);
    }
}
