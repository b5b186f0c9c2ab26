package org.perceus.provisioning.spi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node for tests of modules, with everything that a node can have until something is taken from it. */
public final class TestNode implements NodeView, NetworkView, CapsuleView {
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, Artifact> artifacts = new HashMap<>();
    private Optional<String> gateway = Optional.of("10.10.0.1");
    private Optional<String> domain = Optional.of("cluster.example");
    private List<String> nameServers = List.of("10.10.0.1", "10.10.0.2");

    private record TestArtifact(String sha256, long size) implements Artifact {}

    /** Takes away the gateway, the name servers and the domain. */
    public TestNode onBareNetwork() {
        gateway = Optional.empty();
        domain = Optional.empty();
        nameServers = List.of();
        return this;
    }

    /** Takes away the domain. */
    public TestNode withoutDomain() {
        domain = Optional.empty();
        return this;
    }

    /** Gives it a setting. */
    public TestNode with(String key, String value) {
        settings.put(key, value);
        return this;
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
        return 4L << 20;
    }

    @Override
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public Artifact artifact(String role) throws ProvisioningException {
        return Optional.ofNullable(artifacts.get(role))
                .orElseThrow(() -> new ProvisioningException("nothing was published as '" + role + "'"));
    }

    @Override
    public String tree() {
        return "f".repeat(64);
    }

    @Override
    public String serverAddress() {
        return "10.10.0.1";
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
}
