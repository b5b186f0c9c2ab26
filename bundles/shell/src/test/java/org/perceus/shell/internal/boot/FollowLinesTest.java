package org.perceus.shell.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;

public class FollowLinesTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T10:00:00Z");
    private static final BootEvent DHCP = new BootEvent(BEGUN, NodeState.BOOTING, "DHCP", Optional.of("10.10.0.101"));
    private static final BootEvent FETCH =
            new BootEvent(BEGUN.plusSeconds(3), NodeState.PROVISIONING, "fetch", Optional.of("50 %"));
    private static final BootEvent READY =
            new BootEvent(BEGUN.plusSeconds(40), NodeState.READY, "ready", Optional.empty());

    @Test
    public void elsewhereThanOnATerminalEachEventIsALine() {
        FakeScreen screen = new FakeScreen();
        show(screen);
        assertEquals(
                """
                n1     +0.0 s  booting       DHCP: 10.10.0.101
                n1     +3.0 s  provisioning  fetch: 50 %
                n1    +40.0 s  ready         ready
                n1 ready after 40.0 s
                """,
                screen.printed());
    }

    @Test
    public void onATerminalProgressRewritesTheLine() {
        FakeScreen screen = FakeScreen.terminal(80);
        show(screen);
        List<String> lines = screen.printed().lines().toList();
        assertEquals(
                "\rn1     +0.0 s  booting       DHCP: 10.10.0.101",
                screen.printed().split("\n")[0]);
        assertTrue(
                screen.printed(), screen.printed().contains("fetch: 50 %\rn1     +3.0 s  provisioning  fetch: 50 %"));
        assertEquals("n1 ready after 40.0 s", lines.get(lines.size() - 1));
    }

    @Test
    public void aSupersededBootSaysSo() {
        FakeScreen screen = new FakeScreen();
        new FollowLines(screen, mac -> "n1").ended(new FollowedBoot(boot(DHCP)));
        assertEquals("n1 given up: the machine began another boot\n", screen.printed());
    }

    @Test
    public void whatANodeSaysCannotDriveTheTerminal() {
        FakeScreen screen = new FakeScreen();
        BootEvent evil = new BootEvent(BEGUN, NodeState.BOOTING, "\u001b[2J", Optional.of("a\nb"));
        new FollowLines(screen, mac -> "n1").event(boot(evil), evil);
        assertTrue(screen.printed(), screen.printed().endsWith("?[2J: a?b\n"));
    }

    @Test
    public void jsonIsOneObjectOnALine() {
        FakeScreen screen = new FakeScreen();
        FollowJson json = new FollowJson(screen, mac -> "n1");
        json.event(boot(DHCP), DHCP);
        json.progress(boot(DHCP, FETCH), FETCH);
        json.ended(new FollowedBoot(boot(READY)));
        List<String> lines = screen.printed().lines().toList();
        assertEquals(2, lines.size());
        assertEquals(
                "DHCP",
                JsonParser.parseString(lines.get(0))
                        .getAsJsonObject()
                        .get("step")
                        .getAsString());
        assertEquals(
                "n1",
                JsonParser.parseString(lines.get(1))
                        .getAsJsonObject()
                        .get("node")
                        .getAsString());
    }

    private static void show(FakeScreen screen) {
        FollowLines lines = new FollowLines(screen, mac -> "n1");
        lines.event(boot(DHCP), DHCP);
        lines.event(boot(DHCP, FETCH), FETCH);
        lines.progress(boot(DHCP, FETCH), FETCH);
        lines.event(boot(DHCP, FETCH, READY), READY);
        lines.ended(new FollowedBoot(boot(DHCP, FETCH, READY)));
    }

    private static Boot boot(BootEvent... events) {
        BootEvent last = events[events.length - 1];
        return new Boot(
                new BootId(FakeSite.mac(1), BEGUN.toEpochMilli()),
                List.of(events),
                last.state() == NodeState.READY ? Optional.of(last.at()) : Optional.empty());
    }
}
