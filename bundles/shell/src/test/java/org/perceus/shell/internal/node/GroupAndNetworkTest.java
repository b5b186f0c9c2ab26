package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.Test;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.setting.SettingWords;
import org.perceus.shell.testing.FakeSite;

public class GroupAndNetworkTest {
    private final FakeSite site = FakeSite.sample();

    @Test
    public void groupsAreCounted() {
        site.registry.putGroup("spare", "capsule", "debian-12");
        assertEquals(
                """
                GROUP  NODES  SETTINGS
                rack1      2  method=nfs-root
                rack2      1
                spare      0  capsule=debian-12
                """,
                GroupReport.table(GroupReport.all(site.registry.snapshot())).text(0, false));
    }

    @Test
    public void groupsInJsonHaveTheirSettings() {
        JsonObject group = GroupReport.json(GroupReport.all(site.registry.snapshot()))
                .get(0)
                .getAsJsonObject();
        assertEquals("rack1", group.get("name").getAsString());
        assertEquals(2, group.get("nodes").getAsInt());
        assertEquals("nfs-root", group.getAsJsonObject("settings").get("method").getAsString());
    }

    @Test
    public void networksAreListed() {
        List<String> lines = NetworkReport.table(List.of(FakeSite.network()), new FakeSite().nameServers())
                .text(0, false)
                .lines()
                .toList();
        assertTrue(
                lines.get(1), lines.get(1).startsWith("cluster  10.10.0.0/24  10.10.0.100-10.10.0.199  10.10.0.254"));
        assertTrue(lines.get(1), lines.get(1).endsWith("10.10.0.1 10.10.0.2  cluster.example  1 h 0 min"));
    }

    @Test
    public void networksInJsonHaveAllFields() {
        JsonObject network = NetworkReport.json(List.of(FakeSite.network()), new FakeSite().nameServers())
                .get(0)
                .getAsJsonObject();
        assertEquals("10.10.0.0/24", network.get("subnet").getAsString());
        assertEquals("10.10.0.100", network.get("poolFirst").getAsString());
        assertEquals("10.10.0.199", network.get("poolLast").getAsString());
        assertEquals(2, network.getAsJsonArray("nameServers").size());
        assertEquals(3600, network.get("leaseSeconds").getAsInt());
    }

    @Test
    public void settingsInUseAreOfferedToo() {
        site.registry.putGroup("rack2", "bmc.user", "admin");
        assertTrue(SettingWords.known(site).contains(new SettingKey("bmc.user")));
        assertTrue(SettingWords.known(site).contains(NodeSettings.CAPSULE));
    }
}
