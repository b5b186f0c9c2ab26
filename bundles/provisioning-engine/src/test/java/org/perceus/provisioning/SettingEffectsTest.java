package org.perceus.provisioning;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;

public class SettingEffectsTest {
    private final FakeRegistry registry = new FakeRegistry();
    private final SettingEffects effects = new SettingEffects(
            List.of(
                    declared("boot", "perceus", "provision"),
                    declared("hosts", "hosts", "own"),
                    declared("sysctl", "sysctl", null),
                    declared("filesystem", "stateful-disk", "ext4"),
                    declared("root-size", "nfs-root", null),
                    declared("root-size", "stateless-ram", null)),
            Set.of("nfs-root", "stateful-disk", "stateless-ram"),
            "stateless-ram",
            List.of("hostname", "hosts"));

    @Test
    public void whatIsNotSetHasTheDefaultOfThoseWhoReadIt() {
        assertEquals(
                Map.of("boot", "provision", "hosts", "own", "method", "stateless-ram", "modules", "hostname,hosts"),
                defaults(Samples.node()));
        assertEquals(
                Map.of("boot", "provision", "filesystem", "ext4"),
                defaults(Samples.node("method", "stateful-disk", "modules", "hostname")));
        registry.setGroup("hosts", "all");
        assertEquals(
                Map.of("boot", "provision", "method", "stateless-ram", "modules", "hostname,hosts"),
                defaults(Samples.node()));
    }

    @Test
    public void whatNoModuleOfTheNodeReadsHasNoEffect() {
        assertEquals(
                Map.of("sysctl", "is read by the module sysctl, which the setting modules leaves out"),
                idle(Samples.node("sysctl", "vm.swappiness=1", "hosts", "all", "x-note", "y", "root-size", "1g")));
        assertEquals(Map.of(), idle(Samples.node("sysctl", "vm.swappiness=1", "modules", "hostname, sysctl")));
        assertEquals(
                Map.of(
                        "root-size",
                        "is read by the method nfs-root or stateless-ram, and the method here is stateful-disk"),
                idle(Samples.node("root-size", "1g", "method", "stateful-disk")));
    }

    @Test
    public void whileNobodyKnowsNothingIsSaid() {
        Node node = Samples.node("sysctl", "vm.swappiness=1");
        registry.with(node);
        assertEquals(Map.of(), SettingEffects.unknown().defaults(node, registry.snapshot()));
        assertEquals(Map.of(), SettingEffects.unknown().idle(node, registry.snapshot()));
    }

    private Map<String, String> defaults(Node node) {
        registry.with(node);
        return named(effects.defaults(node, registry.snapshot()));
    }

    private Map<String, String> idle(Node node) {
        registry.with(node);
        return named(effects.idle(node, registry.snapshot()));
    }

    private static Map<String, String> named(Map<SettingKey, String> settings) {
        Map<String, String> named = new TreeMap<>();
        settings.forEach((key, value) -> named.put(key.value(), value));
        return named;
    }

    private static DeclaredSetting declared(String key, String reader, String standard) {
        return new DeclaredSetting(
                new SettingKey(key), reader, "anything", List.of(), Optional.ofNullable(standard), "for tests", false);
    }
}
