package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.RestartWay;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;

/** Commands for boots. */
public class BootCommandsTest extends CommandsTestCase {
    @Test
    public void nodesMayTryAgain() throws Exception {
        run("boot-retry", "--dry-run", "n1");
        assertEquals("would let 1 node (n1) try again\n", screen.printed());
        assertEquals(Optional.empty(), NodeSettings.retrySince(node("n1")));
        screen = new FakeScreen();
        run("boot-retry", "n1", "n2");
        assertEquals("2 nodes (n1, n2) may try again: boots that began before do not count\n", screen.printed());
        assertTrue(NodeSettings.retrySince(node("n1")).isPresent());
        assertTrue(NodeSettings.retrySince(node("n2")).isPresent());
    }

    @Test
    public void nodesMayBeTiedToOtherKeysForAWhile() throws Exception {
        run("node-arm", "--dry-run", "n1");
        assertEquals("would arm 1 node (n1)\n", screen.printed());
        assertEquals(Optional.empty(), NodeSettings.armedUntil(node("n1")));
        screen = new FakeScreen();
        Instant before = Instant.now();
        run("node-arm", "--for", "2h", "n1", "n2");
        assertEquals(
                "armed 2 nodes (n1, n2) for 2h: the key that its next boot shows is the node's from then on\n",
                screen.printed());
        Instant until = NodeSettings.armedUntil(node("n2")).orElseThrow();
        assertTrue(
                until.toString(),
                until.isAfter(before.plusSeconds(7_190)) && until.isBefore(before.plusSeconds(7_260)));
    }

    @Test
    public void nobodyIsArmedForEverOrForNothing() throws Exception {
        for (String wrong : List.of("0m", "10", "m", "59s", "8d", "-5m", "10 m", "999999d")) {
            refused("node-arm", "--for", wrong, "n1");
            assertEquals(wrong, Optional.empty(), NodeSettings.armedUntil(node("n1")));
        }
    }

    @Test
    public void nodesAreToldToBootAgain() throws Exception {
        run("node-reboot", "--kexec", "--dry-run", "n1");
        assertEquals("would tell 1 node (n1) to boot again\n", screen.printed());
        assertEquals(Optional.empty(), RestartWay.told(node("n1")));
        screen = new FakeScreen();
        run("node-reboot", "--kexec", "n1");
        assertEquals("1 node (n1) will boot again: its system hears of it within about a minute\n", screen.printed());
        assertEquals(Optional.of(RestartWay.KEXEC), RestartWay.told(node("n1")));
        run("node-reboot", "n1", "n2");
        assertEquals(Optional.of(RestartWay.FIRMWARE), RestartWay.told(node("n1")));
    }

    @Test
    public void whatCannotHearItNowIsNamed() throws Exception {
        record(new BootId(FakeSite.mac(2), 10_000), NodeState.PROVISIONING, "fetch the root", "");
        run("node-reboot", "n2");
        assertTrue(
                screen.complained(),
                screen.complained()
                        .contains(
                                "not ready, so nothing on it hears that: 1 node (n2); it holds until its next boot begins"));
    }

    @Test
    public void aLoopIsSaidBelowTheTimeLine() throws Exception {
        for (int i = 1; i <= 4; i++) {
            BootId boot = new BootId(FakeSite.mac(2), i * 10_000L);
            record(boot, NodeState.STARTING, "start the second OS", "");
            if (i < 4) {
                record(boot, NodeState.FAILED, "gone", "it panicked");
            }
        }
        run("boot-show", "n2");
        assertTrue(
                screen.printed(),
                screen.printed().endsWith("\n3 boots in 20 seconds without ready, the last: it panicked\n"));
    }

    @Test
    public void whyTheBootBeforeFailedIsSaidBelowTheTimeLine() throws Exception {
        BootId failed = new BootId(FakeSite.mac(2), 10_000);
        record(failed, NodeState.STARTING, "start the second OS", "");
        record(failed, NodeState.FAILED, "gone", "it panicked");
        run("boot-show", "n2");
        assertFalse(screen.printed(), screen.printed().contains("before failed"));
        record(new BootId(FakeSite.mac(2), 20_000), NodeState.PROVISIONING, "fetch the root", "");
        run("boot-show", "n2");
        assertTrue(screen.printed(), screen.printed().endsWith("\nthe boot before failed: it panicked\n"));
        run("boot-show", "--json", "n2");
        assertTrue(screen.printed(), screen.printed().contains("\"before\": \"the boot before failed: it panicked\""));
    }

    @Test
    public void showsAndListsBoots() throws Exception {
        boot(1, NodeState.READY, "ready");
        run("boot-show", "n1", "n2");
        assertTrue(screen.printed(), screen.printed().contains(": ready after "));
        assertEquals("n2 has not booted yet\n", screen.complained());
        run("boot-list", "--limit", "5");
        run("boot-list", "n1");
        run("boot-list", "--json");
        run("boot-show", "--json", "n1");
        assertTrue(screen.printed().contains("\"events\": ["));
        assertEquals(2, refused("boot-list", "--limit", "0").exitCode());
    }

    @Test
    public void aTimeoutIsAFailure() throws Exception {
        assertEquals(
                "1 boot did not end within 1.0 s; 1 boot did not begin",
                sentence("boot-show", "--follow", "--timeout", "1", "n1"));
    }

    @Test
    public void followingNeedsSomethingToFollow() throws Exception {
        assertEquals(2, refused("boot-show", "--follow").exitCode());
        assertEquals(2, refused("boot-show", "--wait-for-new", "1", "n1").exitCode());
        assertEquals(2, refused("boot-show", "--timeout", "3", "n1").exitCode());
        assertEquals(2, refused("boot-show", "--wait-for-new", "-1").exitCode());
    }

    @Test(timeout = 60_000)
    public void followsUntilReady() throws Exception {
        Thread node = bootLater(NodeState.READY, "ready");
        run("boot-show", "--wait-for-new", "1", "--timeout", "9");
        node.join();
        assertTrue(screen.printed(), screen.printed().contains("n1 ready after "));
    }

    @Test(timeout = 60_000)
    public void aBootThatFailsIsAFailure() throws Exception {
        Thread node = bootLater(NodeState.FAILED, "failed");
        assertEquals("1 of 1 boot did not end ready", sentence("boot-show", "--follow", "n1"));
        node.join();
    }

    private void record(BootId boot, NodeState state, String step, String detail) {
        site.journal.record(
                boot,
                new BootEvent(
                        Instant.ofEpochMilli(boot.startedMillis()),
                        state,
                        step,
                        Optional.of(detail).filter(text -> !text.isEmpty())),
                false);
    }

    private Thread bootLater(NodeState end, String step) {
        Thread node = new Thread(() -> {
            while (site.journal.listeners.isEmpty()) {
                Thread.onSpinWait();
            }
            boot(1, end, step);
        });
        node.start();
        return node;
    }

    private void boot(int number, NodeState end, String step) {
        Instant now = Instant.now().plusMillis(5);
        BootId id = new BootId(FakeSite.mac(number), now.toEpochMilli());
        site.journal.record(id, new BootEvent(now, NodeState.BOOTING, "DHCP", Optional.empty()), false);
        site.journal.record(id, new BootEvent(now.plusSeconds(9), end, step, Optional.empty()), false);
    }
}
