package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.testing.FakeSite;

public class NodeTablesTest {
    private final FakeSite site = FakeSite.sample();

    @Test
    public void listsWhatNodesAre() {
        assertEquals(
                """
                NAME  STATE       ADDRESS      MAC                GROUP  CAPSULE    METHOD         APPROVED
                n1    ready       10.10.0.101  52:54:00:00:00:01  rack1  -          nfs-root       yes
                n2    discovered  10.10.0.102  52:54:00:00:00:02  rack1  debian-12  nfs-root       yes
                n10   discovered  10.10.0.110  52:54:00:00:00:0a  rack2  -          stateless-ram  no
                """,
                NodeTables.list(reports()).text(0, false));
    }

    @Test
    public void listsHowNodesAre() {
        site.journal.states.put(
                FakeSite.mac(10),
                new NodeStatus(
                        NodeState.WAITING,
                        Optional.of(Instant.parse("2026-11-20T10:59:56Z")),
                        Optional.of("not approved"),
                        Optional.of(Instant.parse("2026-11-20T10:59:58.500Z"))));
        assertEquals(
                List.of(
                        "NAME  STATE             FOR        HEARD OF  REASON",
                        "n1    ready       1 h 0 min  55 min 0 s ago",
                        "n2    discovered          -           never",
                        "n10   waiting         4.0 s       1.5 s ago  not approved"),
                NodeTables.status(reports(), Instant.parse("2026-11-20T11:00:00Z"))
                        .text(0, false)
                        .lines()
                        .toList());
    }

    @Test
    public void whatIsWrongWithTheRecordComesFirst() {
        site.registry.own("10.10.0.102");
        site.registry.own("10.10.0.110");
        site.journal.states.put(
                FakeSite.mac(10),
                new NodeStatus(NodeState.WAITING, Optional.empty(), Optional.of("not approved"), Optional.empty()));
        assertEquals(
                List.of(
                        Optional.empty(),
                        Optional.of("10.10.0.102 is this server's own address: use another ('perceus node set"
                                + " address=ADDRESS n2')"),
                        Optional.of("10.10.0.110 is this server's own address: use another ('perceus node set"
                                + " address=ADDRESS n10'); not approved")),
                reports().stream().map(report -> report.status().reason()).toList());
    }

    @Test
    public void jsonHasTheDocumentedFields() {
        JsonArray json = NodeJson.of(reports());
        assertEquals(3, json.size());
        JsonObject node = json.get(1).getAsJsonObject();
        assertEquals(
                Set.of(
                        "name",
                        "mac",
                        "address",
                        "cards",
                        "group",
                        "approved",
                        "state",
                        "since",
                        "lastContact",
                        "reason",
                        "settings"),
                node.keySet());
        assertEquals("52:54:00:00:00:02", node.get("mac").getAsString());
        assertEquals(true, node.get("since").isJsonNull());
        JsonObject capsule = node.getAsJsonObject("settings").getAsJsonObject("capsule");
        assertEquals("debian-12", capsule.get("value").getAsString());
        assertEquals("node", capsule.get("from").getAsString());
    }

    @Test
    public void timesInJsonAreInUtc() {
        JsonObject node = NodeJson.of(reports()).get(0).getAsJsonObject();
        assertEquals("2026-11-20T10:00:00Z", node.get("since").getAsString());
        assertEquals("2026-11-20T10:05:00Z", node.get("lastContact").getAsString());
    }

    private List<NodeReport> reports() {
        RegistrySnapshot snapshot = site.registry.snapshot();
        return snapshot.nodes().stream()
                .map(node -> NodeReport.of(node, snapshot, site))
                .toList();
    }
}
