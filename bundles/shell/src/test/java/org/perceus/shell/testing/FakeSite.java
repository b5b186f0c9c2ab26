package org.perceus.shell.testing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.administration.internal.node.PartsOfNodes;
import org.perceus.administration.testing.EmptyRegistry;
import org.perceus.administration.testing.FakeLibrary;
import org.perceus.administration.testing.FakeModules;
import org.perceus.administration.testing.TestDeeds;
import org.perceus.boot.ServingInterface;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInventory;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.registry.MemoryRegistry;
import org.perceus.node.operation.Operations;
import org.perceus.node.testing.MemoryOperations;
import org.perceus.provisioning.BootPrograms;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.NameServers;
import org.perceus.provisioning.NodeKeys;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.PerceusOs;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.provisioning.ServerLimits;
import org.perceus.provisioning.SettingCheck;
import org.perceus.provisioning.SettingEffects;
import org.perceus.provisioning.Strangers;
import org.perceus.provisioning.internal.setting.SettingCatalog;
import org.perceus.provisioning.internal.setting.SettingForms;
import org.perceus.provisioning.spi.hardware.Hardware;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.CapsuleLibrary;

/** A site in memory. */
public final class FakeSite implements Site {
    public final MemoryRegistry registry;
    public final FakeJournal journal = new FakeJournal();
    public final FakeLibrary library = new FakeLibrary();
    public final FakeModules modules = new FakeModules();
    public final MemoryOperations operations = new MemoryOperations();
    private final SettingCatalog catalog;
    public final List<ServingInterface> interfaces = new ArrayList<>();
    public final List<BootPrograms.Program> programs = new ArrayList<>();
    public final SortedMap<String, Long> counters = new TreeMap<>();
    public Optional<PerceusOs.Release> release = Optional.empty();
    public final Map<MacAddress, Hardware> hardware = new HashMap<>();
    public final Map<MacAddress, String> keys = new HashMap<>();
    public final List<DeclaredSetting> declared = new ArrayList<>();
    public final Map<SettingKey, String> sharingObjections = new HashMap<>();
    public final List<String> settingComplaints = new ArrayList<>();
    public final List<String> registryComplaints = new ArrayList<>();
    public boolean registryRuns = true;
    public final List<Strangers.Stranger> strangers = new ArrayList<>();
    public final List<String> strangerProblems = new ArrayList<>();
    public PreviewResult previewed = new PreviewResult.Shares(List.of());
    public final List<String> nameServerComplaints = new ArrayList<>();
    public final List<String> limitComplaints = new ArrayList<>();
    public NodePreview preview = node -> previewed;

    public FakeSite() {
        this(Map.of());
    }

    /** @param properties what the site's configuration says of nodes */
    private FakeSite(Map<String, Object> properties) {
        registry = new MemoryRegistry(properties);
        registry.rules(new SettingForms());
        catalog = new SettingCatalog(modules, List::of, registry.nodes(), library, modules, new EmptyRegistry());
    }

    /** Three nodes in two groups, one capsule, two methods and one network. */
    public static FakeSite sample() {
        FakeSite site = new FakeSite(Map.of("setting.method", "stateless-ram"));
        site.registry.put(node(1, "rack1", true));
        site.registry.put(node(2, "rack1", true, "capsule", "debian-12", "kernel-args", "quiet splash"));
        site.registry.put(node(10, "rack2", false));
        site.registry.putGroup("rack1", "method", "nfs-root");
        site.registry.network(network());
        site.library.capsules.add(FakeLibrary.capsule("debian-12@2"));
        site.modules.all.add(module("stateless-ram", ModuleInfo.Kind.METHOD));
        site.modules.all.add(module("nfs-root", ModuleInfo.Kind.METHOD));
        site.modules.all.add(module("hostname", ModuleInfo.Kind.CONFIGURATION));
        site.journal.states.put(
                mac(1),
                new NodeStatus(
                        NodeState.READY,
                        Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-11-20T10:05:00Z"))));
        return site;
    }

    public static MacAddress mac(int number) {
        return new MacAddress(0x525400_000000L + number);
    }

    public static Node node(int number, String group, boolean approved, String... settings) {
        SortedMap<SettingKey, String> own = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            own.put(new SettingKey(settings[i]), settings[i + 1]);
        }
        Ipv4Address address = Ipv4Address.parse("10.10.0." + (100 + number));
        return new Node(mac(number), new Name("n" + number), new Name(group), Optional.of(address), approved, own);
    }

    public static ModuleInfo module(String name, ModuleInfo.Kind kind) {
        return FakeModules.module(name, kind);
    }

    public static Network network() {
        return new Network(
                "cluster",
                Subnet.parse("10.10.0.0/24"),
                Optional.of(new AddressRange(Ipv4Address.parse("10.10.0.100"), Ipv4Address.parse("10.10.0.199"))),
                Optional.of(Ipv4Address.parse("10.10.0.254")),
                List.of(Ipv4Address.parse("10.10.0.1"), Ipv4Address.parse("10.10.0.2")),
                Optional.of("cluster.example"),
                Duration.ofHours(1),
                Optional.empty(),
                false);
    }

    public static ServingInterface serving(String device, String... servers) {
        return new ServingInterface() {
            @Override
            public String device() {
                return device;
            }

            @Override
            public Ipv4Address address() {
                return Ipv4Address.parse("10.10.0.1");
            }

            @Override
            public URI server() {
                return URI.create("http://10.10.0.1:9870");
            }

            @Override
            public List<String> servers() {
                return List.of(servers);
            }

            @Override
            public OptionalInt kernelLogPort() {
                return OptionalInt.empty();
            }
        };
    }

    @Override
    public NameServers nameServers() {
        return new NameServers() {
            @Override
            public List<Ipv4Address> of(Network network) {
                return network.nameServers();
            }

            @Override
            public List<String> complaints() {
                return nameServerComplaints;
            }
        };
    }

    @Override
    public BootPrograms bootPrograms() {
        return () -> List.copyOf(programs);
    }

    @Override
    public ServerLimits serverLimits() {
        return () -> limitComplaints;
    }

    @Override
    public NodeRegistry registry() {
        if (!registryRuns) {
            throw new CommandFailure("the node registry is not running");
        }
        return new NodeRegistry() {
            @Override
            public RegistrySnapshot snapshot() {
                return registry.snapshot();
            }

            @Override
            public List<String> complaints() {
                return registryComplaints;
            }

            @Override
            public Optional<String> objection(Node node) {
                return registry.nodes().objection(node);
            }

            @Override
            public Optional<String> objection(Ipv4Address address) {
                return registry.nodes().objection(address);
            }
        };
    }

    /** The deeds of administrators, on this site. */
    public TestDeeds deeds() {
        return TestDeeds.of(
                who -> Optional.empty(),
                PartsOfNodes.with(
                        PartsOfNodes.with(
                                PartsOfNodes.of(
                                        registry.nodes(),
                                        registry.admin(),
                                        registry.history,
                                        settingCheck(),
                                        node -> preview.preview(node)),
                                journal),
                        (NodeKeys) mac -> Optional.ofNullable(keys.get(mac))),
                operations,
                library,
                modules);
    }

    @Override
    public BootJournal boots() {
        return journal;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public CapsuleLibrary capsules() {
        return library;
    }

    @Override
    public ModuleInventory modules() {
        return modules;
    }

    @Override
    public ProvisioningDefaults defaults() {
        return modules;
    }

    @Override
    public SettingCheck settingCheck() {
        return new SettingCheck() {
            @Override
            public List<DeclaredSetting> settings() {
                return catalog.settings();
            }

            @Override
            public Optional<String> objection(Map<SettingKey, Optional<String>> changes) {
                return catalog.objection(changes);
            }

            @Override
            public Optional<String> sharingObjection(Map<SettingKey, Optional<String>> changes) {
                return changes.keySet().stream()
                        .flatMap(key -> Optional.ofNullable(sharingObjections.get(key)).stream())
                        .findFirst();
            }

            @Override
            public SettingEffects effects() {
                return settingEffects();
            }

            @Override
            public List<String> complaints() {
                return settingComplaints;
            }
        };
    }

    @Override
    public HardwareInventory hardware() {
        return mac -> Optional.ofNullable(hardware.get(mac));
    }

    @Override
    public SettingEffects settingEffects() {
        List<DeclaredSetting> all = new ArrayList<>(catalog.settings());
        all.addAll(declared);
        return new SettingEffects(all, Set.of("stateless-ram", "nfs-root"), modules.method, modules.defaultModules());
    }

    @Override
    public Strangers strangers() {
        return new Strangers() {
            @Override
            public List<Stranger> list() {
                return List.copyOf(strangers);
            }

            @Override
            public List<String> problems() {
                return List.copyOf(strangerProblems);
            }
        };
    }

    @Override
    public Optional<PerceusOs.Release> perceusOs() {
        return release;
    }

    @Override
    public List<ServingInterface> interfaces() {
        return List.copyOf(interfaces);
    }

    @Override
    public SortedMap<String, Long> counters() {
        return counters;
    }

    @Override
    public String version() {
        return "2.0.0";
    }
}
