package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Name;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.testing.FakeSite;

public class NodeReportTest {
    private final FakeSite site = FakeSite.sample();
    private final RegistrySnapshot snapshot = site.registry.snapshot();

    @Test
    public void settingsSayWhereTheyComeFrom() {
        assertEquals(
                List.of(
                        new NodeReport.Setting(
                                new SettingKey("capsule"), "debian-12", NodeReport.Source.NODE, Optional.empty()),
                        new NodeReport.Setting(
                                new SettingKey("kernel-args"),
                                "quiet splash",
                                NodeReport.Source.NODE,
                                Optional.empty()),
                        new NodeReport.Setting(
                                new SettingKey("method"), "nfs-root", NodeReport.Source.GROUP, Optional.empty())),
                report("n2").settings());
        assertEquals(
                List.of(new NodeReport.Setting(
                        new SettingKey("method"), "stateless-ram", NodeReport.Source.SITE, Optional.empty())),
                report("n10").settings());
    }

    @Test
    public void findsASetting() {
        assertEquals(Optional.of("nfs-root"), report("n1").setting(NodeSettings.METHOD));
        assertEquals(Optional.empty(), report("n1").setting(NodeSettings.CAPSULE));
    }

    @Test
    public void hasTheAddressAsText() {
        assertEquals(Optional.of("10.10.0.101"), report("n1").address());
    }

    private NodeReport report(String name) {
        return NodeReport.of(snapshot.node(new Name(name)).orElseThrow(), snapshot, site);
    }
}
