package org.perceus.shell.internal.site;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.ServingInterface;
import org.perceus.boot.TrafficCounters;
import org.perceus.module.ModuleInventory;
import org.perceus.node.BootJournal;
import org.perceus.node.NodeRegistry;
import org.perceus.node.operation.Operations;
import org.perceus.provisioning.BootPrograms;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.NameServers;
import org.perceus.provisioning.PerceusOs;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.provisioning.ServerLimits;
import org.perceus.provisioning.SettingCheck;
import org.perceus.provisioning.SettingEffects;
import org.perceus.provisioning.Strangers;
import org.perceus.vnfs.CapsuleLibrary;

/** Finds the parts of the site among the services of the container. */
@Component(service = Site.class)
public final class RunningSite implements Site {
    private final String version;
    private final Part<NodeRegistry> registry = new Part<>("node registry");
    private final Part<BootJournal> boots = new Part<>("boot journal");
    private final Part<Operations> operations = new Part<>("node registry");
    private final Part<CapsuleLibrary> capsules = new Part<>("capsule library");
    private final Part<ModuleInventory> modules = new Part<>("module platform");
    private final Part<ProvisioningDefaults> defaults = new Part<>("provisioning engine");
    private final Part<SettingCheck> settingCheck = new Part<>("provisioning engine");
    private final Part<NameServers> nameServers = new Part<>("provisioning engine");
    private final Part<ServerLimits> serverLimits = new Part<>("provisioning engine");
    private final Part<Strangers> strangers = new Part<>("provisioning engine");
    private final Part<BootPrograms> bootPrograms = new Part<>("provisioning engine");
    private final Part<HardwareInventory> hardware = new Part<>("provisioning engine");
    private final Part<PerceusOs> perceusOs = new Part<>("provisioning engine");
    private final List<ServingInterface> interfaces = new CopyOnWriteArrayList<>();
    private final List<TrafficCounters> counters = new CopyOnWriteArrayList<>();

    /** Created by the container. */
    @Activate
    public RunningSite(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    RunningSite(String version) {
        this.version = version;
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindRegistry(NodeRegistry service) {
        registry.bind(service);
    }

    void unbindRegistry(NodeRegistry service) {
        registry.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindBoots(BootJournal service) {
        boots.bind(service);
    }

    void unbindBoots(BootJournal service) {
        boots.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindOperations(Operations service) {
        operations.bind(service);
    }

    void unbindOperations(Operations service) {
        operations.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindCapsules(CapsuleLibrary service) {
        capsules.bind(service);
    }

    void unbindCapsules(CapsuleLibrary service) {
        capsules.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindModules(ModuleInventory service) {
        modules.bind(service);
    }

    void unbindModules(ModuleInventory service) {
        modules.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindDefaults(ProvisioningDefaults service) {
        defaults.bind(service);
    }

    void unbindDefaults(ProvisioningDefaults service) {
        defaults.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindSettingCheck(SettingCheck service) {
        settingCheck.bind(service);
    }

    void unbindSettingCheck(SettingCheck service) {
        settingCheck.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindNameServers(NameServers service) {
        nameServers.bind(service);
    }

    void unbindNameServers(NameServers service) {
        nameServers.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindServerLimits(ServerLimits service) {
        serverLimits.bind(service);
    }

    void unbindServerLimits(ServerLimits service) {
        serverLimits.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindStrangers(Strangers service) {
        strangers.bind(service);
    }

    void unbindStrangers(Strangers service) {
        strangers.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindBootPrograms(BootPrograms service) {
        bootPrograms.bind(service);
    }

    void unbindBootPrograms(BootPrograms service) {
        bootPrograms.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindHardware(HardwareInventory service) {
        hardware.bind(service);
    }

    void unbindHardware(HardwareInventory service) {
        hardware.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindPerceusOs(PerceusOs service) {
        perceusOs.bind(service);
    }

    void unbindPerceusOs(PerceusOs service) {
        perceusOs.unbind(service);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void bindInterface(ServingInterface service) {
        interfaces.add(service);
    }

    void unbindInterface(ServingInterface service) {
        interfaces.remove(service);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void bindCounters(TrafficCounters service) {
        counters.add(service);
    }

    void unbindCounters(TrafficCounters service) {
        counters.remove(service);
    }

    @Override
    public NodeRegistry registry() {
        return registry.get();
    }

    @Override
    public BootJournal boots() {
        return boots.get();
    }

    @Override
    public Operations operations() {
        return operations.get();
    }

    @Override
    public CapsuleLibrary capsules() {
        return capsules.get();
    }

    @Override
    public ModuleInventory modules() {
        return modules.get();
    }

    @Override
    public ProvisioningDefaults defaults() {
        return defaults.get();
    }

    @Override
    public SettingCheck settingCheck() {
        return settingCheck.get();
    }

    @Override
    public NameServers nameServers() {
        return nameServers.get();
    }

    @Override
    public ServerLimits serverLimits() {
        return serverLimits.get();
    }

    @Override
    public BootPrograms bootPrograms() {
        return bootPrograms.get();
    }

    @Override
    public HardwareInventory hardware() {
        return hardware.get();
    }

    @Override
    public SettingEffects settingEffects() {
        return settingCheck.find().map(SettingCheck::effects).orElseGet(SettingEffects::unknown);
    }

    @Override
    public Strangers strangers() {
        return strangers.get();
    }

    @Override
    public Optional<PerceusOs.Release> perceusOs() {
        return perceusOs.find().flatMap(PerceusOs::release);
    }

    @Override
    public List<ServingInterface> interfaces() {
        return interfaces.stream()
                .sorted(Comparator.comparing(ServingInterface::device))
                .toList();
    }

    @Override
    public SortedMap<String, Long> counters() {
        SortedMap<String, Long> all = new TreeMap<>();
        counters.forEach(source -> all.putAll(source.counters()));
        return all;
    }

    @Override
    public String version() {
        return version;
    }
}
