package org.perceus.module.hosts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.SettingForm;
import org.perceus.provisioning.spi.network.HostAddress;
import org.perceus.provisioning.spi.network.NodeInterfaces;

/** Lets the node find itself by its name, and others without asking a server: writes its {@code /etc/hosts} (hosts(5)). */
@Component
@PerceusModule(name = "hosts", order = 25)
public final class Hosts implements ConfigurationModule {
    private static final String LOCAL = "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n";

    private static final NodeSetting<String> HOSTS = NodeSetting.of(
                    "hosts",
                    SettingForm.oneOf("own", "group", "all"),
                    "whose names and addresses the node has in /etc/hosts: its own, those of its group or of all nodes")
            .otherwise("own");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(HOSTS);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        Optional<String> domain = node.network().domain();
        StringBuilder hosts = new StringBuilder(LOCAL);
        // the first line of an address gives it its name
        append(hosts, node.network().address(), node.name(), domain);
        addresses(node)
                .filter(host -> !host.name().equals(node.name()))
                .forEach(host -> append(hosts, host.address(), host.name(), domain));
        return NodeScript.builder()
                .writeFile("/etc/hosts", "644", hosts.toString())
                .build();
    }

    /** Who wants its own alone is not looked for among ten thousand, each of which wants the same. */
    private static Stream<HostAddress> addresses(NodeView node) throws ProvisioningException {
        return switch (HOSTS.of(node).orElseThrow()) {
            case "all" -> addresses(node, other -> true);
            case "group" -> addresses(node, other -> other.group().equals(node.group()));
            default -> NodeInterfaces.hostAddresses(node).stream();
        };
    }

    private static Stream<HostAddress> addresses(NodeView node, Predicate<RegisteredNode> wanted) {
        return node.nodes().stream().filter(wanted).flatMap(other -> NodeInterfaces.hostAddresses(other).stream());
    }

    private static void append(StringBuilder hosts, String address, String name, Optional<String> domain) {
        hosts.append(address).append(' ');
        domain.ifPresent(known -> hosts.append(name).append('.').append(known).append(' '));
        hosts.append(name).append('\n');
    }
}
