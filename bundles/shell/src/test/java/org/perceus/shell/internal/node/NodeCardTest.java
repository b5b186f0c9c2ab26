package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.Name;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.testing.FakeSite;

public class NodeCardTest {
    private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
    private final FakeSite site = FakeSite.sample();

    @Test
    public void showsRecordSettingsAndBoot() {
        assertEquals(
                """
                node      n10
                mac       52:54:00:00:00:0a
                address   10.10.0.110
                group     rack2
                approved  no: 'perceus node approve' lets it be provisioned
                state     discovered
                heard of  never

                settings
                  KEY     VALUE          FROM
                  method  stateless-ram  site

                latest boot
                  none
                """,
                card("n10", Optional.empty()));
    }

    @Test
    public void namesTheGroupThatASettingComesFrom() {
        String card = card("n2", Optional.empty());
        assertTrue(card, card.contains("method       nfs-root      group rack1"));
        assertTrue(card, card.contains("capsule      debian-12     node"));
    }

    @Test
    public void showsTheTimeLineOfTheLatestBoot() {
        Instant begun = NOW.minusSeconds(10);
        Boot boot = new Boot(
                new BootId(FakeSite.mac(1), begun.toEpochMilli()),
                List.of(new BootEvent(begun, NodeState.BOOTING, "DHCP", Optional.of("10.10.0.101"))),
                Optional.empty());
        String card = card("n1", Optional.of(boot));
        assertTrue(card, card.contains("0.0 s  10.0 s so far  booting  DHCP  10.10.0.101"));
    }

    @Test
    public void aReasonFromANodeCannotDriveTheTerminal() {
        site.journal.states.put(
                FakeSite.mac(1),
                new NodeStatus(
                        NodeState.FAILED, Optional.empty(), Optional.of("\u001b]0;evil\u0007"), Optional.empty()));
        String card = card("n1", Optional.empty());
        assertTrue(card, card.contains("state     failed: ?]0;evil?\n"));
    }

    private String card(String name, Optional<Boot> boot) {
        RegistrySnapshot snapshot = site.registry.snapshot();
        NodeReport report = NodeReport.of(snapshot.node(new Name(name)).orElseThrow(), snapshot, site);
        return new NodeCard(report, boot, NOW).text(0, false);
    }
}
