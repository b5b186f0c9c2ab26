package org.perceus.provisioning.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.Artifact;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.SelinuxMode;
import org.perceus.provisioning.spi.hardware.CpuTopology;
import org.perceus.provisioning.spi.hardware.Hardware;

/**
 * A node for tests of modules, with everything that a node can have but settings and artifacts, which a test gives it. It
 * remembers what it was asked for. For one thread, as far as it is changed.
 */
public final class TestNode implements NodeView, NetworkView, CapsuleView {
    private final SortedMap<String, String> settings = new TreeMap<>();
    private final List<RegisteredNode> others = new ArrayList<>();
    private final Map<String, Artifact> artifacts = new HashMap<>();
    private final Set<String> settingsAsked = new TreeSet<>();
    private final Set<String> artifactsAsked = new TreeSet<>();
    private Optional<String> tree = Optional.of("f".repeat(64));
    private long memoryKib = 4L << 20;
    private Optional<Hardware> hardware = Optional.of(
            new Hardware("Testkit", 4, Optional.of(new CpuTopology(1, 2, 2)), 4_032, Optional.of("UEFI"), 1));
    private Optional<String> gateway = Optional.of("10.10.0.1");
    private OptionalInt vlan = OptionalInt.empty();
    private Optional<String> domain = Optional.of("cluster.example");
    private String serverAddress = "10.10.0.1";
    private List<String> nameServers = List.of("10.10.0.1", "10.10.0.2");
    private InitSystem initSystem = InitSystem.SYSTEMD;
    private NetworkConfigurator networkConfigurator = NetworkConfigurator.NETWORKD;
    private SelinuxMode selinux = SelinuxMode.DISABLED;

    /** Takes away the gateway, the name servers and the domain. */
    public TestNode onBareNetwork() {
        gateway = Optional.empty();
        domain = Optional.empty();
        nameServers = List.of();
        return this;
    }

    /** Has its network reach it by the tag of a VLAN. */
    public TestNode onVlan(int id) {
        vlan = OptionalInt.of(id);
        return this;
    }

    /** Takes away the domain. */
    public TestNode withoutDomain() {
        domain = Optional.empty();
        return this;
    }

    /** Gives it another server, which may be on another network. */
    public TestNode withServer(String address) {
        serverAddress = address;
        return this;
    }

    /** Gives it a setting. */
    public TestNode with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Takes a setting away. */
    public TestNode without(String key) {
        settings.remove(key);
        return this;
    }

    /** Puts another node beside it into the registry. */
    public TestNode beside(RegisteredNode other) {
        others.add(other);
        return this;
    }

    /** Gives it all artifacts, and the tree if there is one, that a build has published. */
    public TestNode with(TestBuild build) {
        artifacts.clear();
        artifacts.putAll(build.artifacts());
        tree = build.tree();
        return this;
    }

    /** Takes an artifact away. */
    public TestNode withoutArtifact(String role) {
        artifacts.remove(role);
        return this;
    }

    /** Takes the tree away. */
    public TestNode withoutTree() {
        tree = Optional.empty();
        return this;
    }

    /** Says how much RAM it has; 0 for a machine that did not say. */
    public TestNode withMemory(long kib) {
        memoryKib = kib;
        return this;
    }

    /** Gives it another machine; none for one that did not say what it has. */
    public TestNode withHardware(Optional<Hardware> other) {
        hardware = other;
        return this;
    }

    /** Gives it a capsule whose services are started otherwise. */
    public TestNode with(InitSystem otherInitSystem) {
        initSystem = otherInitSystem;
        return this;
    }

    /** Gives it a capsule whose network cards are configured otherwise. */
    public TestNode with(NetworkConfigurator otherConfigurator) {
        networkConfigurator = otherConfigurator;
        return this;
    }

    /** Gives it a capsule that is configured for SELinux. */
    public TestNode with(SelinuxMode otherSelinux) {
        selinux = otherSelinux;
        return this;
    }

    /** The settings that it was asked for, whether it had them or not. */
    public Set<String> settingsAsked() {
        synchronized (settingsAsked) {
            return Set.copyOf(settingsAsked);
        }
    }

    /** The roles of the artifacts that it was asked for, whether it had them or not. */
    public Set<String> artifactsAsked() {
        synchronized (artifactsAsked) {
            return Set.copyOf(artifactsAsked);
        }
    }

    /** Gives its capsule an artifact, whose hash is one digit again and again. */
    public TestNode with(String role, char digit, long size) {
        artifacts.put(role, new TestArtifact(String.valueOf(digit).repeat(64), size));
        return this;
    }

    @Override
    public String name() {
        return "n0001";
    }

    @Override
    public String mac() {
        return "52:54:00:12:34:56";
    }

    @Override
    public String group() {
        return "rack1";
    }

    @Override
    public NetworkView network() {
        return this;
    }

    @Override
    public CapsuleView capsule() {
        return this;
    }

    @Override
    public long memoryKib() {
        return memoryKib;
    }

    @Override
    public Optional<Hardware> hardware() {
        return hardware;
    }

    @Override
    public Optional<String> setting(String key) {
        synchronized (settingsAsked) {
            settingsAsked.add(key);
        }
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public SortedMap<String, String> settings() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    @Override
    public List<RegisteredNode> nodes() {
        RegisteredNode self =
                new TestRegisteredNode(name(), mac(), group(), Optional.of(address()), settings(), hardware);
        return Stream.concat(Stream.of(self), others.stream()).toList();
    }

    @Override
    public String kernelArguments() {
        return setting("kernel-args").orElse("console=tty0 console=ttyS0,115200 panic=10");
    }

    @Override
    public Artifact artifact(String role) throws ProvisioningException {
        synchronized (artifactsAsked) {
            artifactsAsked.add(role);
        }
        return Optional.ofNullable(artifacts.get(role))
                .orElseThrow(() -> new ProvisioningException("nothing was published as '" + role + "'"));
    }

    @Override
    public String tree() throws ProvisioningException {
        return tree.orElseThrow(() -> new ProvisioningException("the capsule was not unpacked"));
    }

    @Override
    public String serverAddress() {
        return serverAddress;
    }

    @Override
    public String address() {
        return "10.10.0.100";
    }

    @Override
    public int prefixLength() {
        return 24;
    }

    @Override
    public OptionalInt vlan() {
        return vlan;
    }

    @Override
    public Optional<String> gateway() {
        return gateway;
    }

    @Override
    public List<String> nameServers() {
        return nameServers;
    }

    @Override
    public Optional<String> domain() {
        return domain;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String kernelRelease() {
        return "6.1.0-40-amd64";
    }

    @Override
    public long rootSize() {
        return 1L << 30;
    }

    @Override
    public long fileCount() {
        return 30_000;
    }

    @Override
    public InitSystem initSystem() {
        return initSystem;
    }

    @Override
    public NetworkConfigurator networkConfigurator() {
        return networkConfigurator;
    }

    @Override
    public SelinuxMode selinux() {
        return selinux;
    }
}
