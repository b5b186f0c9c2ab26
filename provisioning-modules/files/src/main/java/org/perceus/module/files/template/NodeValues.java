package org.perceus.module.files.template;

import com.samskivert.mustache.Mustache;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeView;

/** What a template may use of a node, by name. */
final class NodeValues {
    private NodeValues() {}

    static Map<String, Object> of(NodeView node) {
        NetworkView network = node.network();
        Optional<String> domain = network.domain();
        Map<String, Object> values = new HashMap<>();
        values.put("name", node.name());
        values.put("fqdn", domain.map(known -> node.name() + "." + known).orElse(node.name()));
        values.put("mac", node.mac());
        values.put("group", node.group());
        values.put("address", network.address());
        values.put("prefix", network.prefixLength());
        values.put("netmask", netmask(network.prefixLength()));
        values.put("gateway", network.gateway().orElse(null));
        values.put("nameservers", network.nameServers());
        values.put("domain", domain.orElse(null));
        values.put("server", node.serverAddress());
        values.put("hardware", HardwareValues.of(node.hardware()));
        values.put("kernel-args", node.kernelArguments());
        values.put("capsule", capsule(node.capsule()));
        values.put("settings", SettingValues.of(node.settings()));
        values.put("nodes", new NodeList(node.nodes(), node.mac(), domain));
        values.put("quote", (Mustache.Lambda) (text, out) -> out.write(quoted(text.execute())));
        return values;
    }

    private static Map<String, Object> capsule(CapsuleView capsule) {
        return Map.of("name", capsule.name(), "version", capsule.version(), "kernel", capsule.kernelRelease());
    }

    private static String netmask(int length) {
        int bits = length == 0 ? 0 : -1 << (Integer.SIZE - length);
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    /** As one word of shell, whatever is in it. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
