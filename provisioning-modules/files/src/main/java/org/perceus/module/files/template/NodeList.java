package org.perceus.module.files.template;

import com.samskivert.mustache.Mustache;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.provisioning.spi.RegisteredNode;

/** All nodes of the site for one text, which may go through them only so often. For one thread. */
final class NodeList extends AbstractList<Map<String, Object>> {
    private static final int MOST = 200_000;

    private final List<RegisteredNode> nodes;
    private final String self;
    private final Optional<String> domain;
    private int left = MOST;

    /**
     * @param self MAC of the node that the text is for
     * @param domain its domain
     */
    NodeList(List<RegisteredNode> nodes, String self, Optional<String> domain) {
        this.nodes = nodes;
        this.self = self;
        this.domain = domain;
    }

    @Override
    public Map<String, Object> get(int index) {
        if (left-- == 0) {
            throw new TooMuch("it looks at nodes more than " + MOST + " times");
        }
        RegisteredNode node = nodes.get(index);
        Map<String, Object> values = new HashMap<>();
        values.put("name", node.name());
        values.put("fqdn", domain.map(known -> node.name() + "." + known).orElse(node.name()));
        values.put("mac", node.mac());
        values.put("group", node.group());
        // without a value it would be that of the node that the text is for
        values.put("address", node.address().orElse(null));
        values.put("hardware", HardwareValues.of(node.hardware()));
        // looked up for whom they are asked only: there may be ten thousand nodes
        values.put("settings", (Mustache.CustomContext)
                key -> SettingValues.of(node.settings()).get(key));
        values.put("self", node.mac().equals(self));
        return values;
    }

    @Override
    public int size() {
        return nodes.size();
    }
}
