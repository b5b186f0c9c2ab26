package org.perceus.provisioning;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;

public class NodeSettingsTest {
    private final FakeRegistry registry = new FakeRegistry();

    @Test
    public void aNodeInheritsSettings() {
        registry.setSite("swap", "1G");
        assertEquals(Optional.of("1G"), setting(Samples.node(), "swap"));
        registry.setGroup("swap", "2G");
        assertEquals(Optional.of("2G"), setting(Samples.node(), "swap"));
        assertEquals(Optional.of("4G"), setting(Samples.node("swap", "4G"), "swap"));
    }

    @Test
    public void whatIsDoneOnceIsNeverInherited() {
        registry.setSite("reinstall", "yes");
        registry.setGroup("reinstall", "yes");
        assertEquals(Optional.empty(), setting(Samples.node(), "reinstall"));
        assertEquals(Optional.of("yes"), setting(Samples.node("reinstall", "yes"), "reinstall"));
    }

    private Optional<String> setting(Node node, String key) {
        registry.with(node);
        return NodeSettings.of(node, registry.snapshot(), new SettingKey(key));
    }
}
