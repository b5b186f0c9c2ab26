package org.perceus.provisioning;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    @Test
    public void retriesAreASmallNumberOrNone() {
        registry.setSite("retries", "5");
        assertEquals(OptionalInt.of(5), NodeSettings.retries(Samples.node(), registry.snapshot()));
        assertEquals(OptionalInt.of(1), NodeSettings.retries(Samples.node("retries", "1"), registry.snapshot()));
        for (String wrong : List.of("0", "10", "many", "")) {
            assertEquals(
                    OptionalInt.empty(), NodeSettings.retries(Samples.node("retries", wrong), registry.snapshot()));
        }
    }

    @Test
    public void whenANodeMayTryAgainIsAMoment() {
        Instant now = Instant.parse("2026-11-20T10:00:00.123Z");
        String value = NodeSettings.retry(now).get(NodeSettings.RETRY_SINCE).orElseThrow();
        assertEquals(Optional.of(now), NodeSettings.retrySince(Samples.node("retry-since", value)));
        assertEquals(Optional.empty(), NodeSettings.retrySince(Samples.node("retry-since", "yesterday")));
        assertEquals(Optional.empty(), NodeSettings.retrySince(Samples.node()));
    }

    private Optional<String> setting(Node node, String key) {
        registry.with(node);
        return NodeSettings.of(node, registry.snapshot(), new SettingKey(key));
    }
}
