package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.boot.Firmware.Loader;
import org.perceus.module.testing.FakeClock;
import org.perceus.node.Boot;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.Samples;

public class BootTrackerTest {
    private final FakeJournal journal = new FakeJournal();
    private final FakeClock clock = new FakeClock();
    private final BootTracker tracker = new BootTracker(journal, clock);
    private int transaction;

    @Test
    public void fromTheRomToTheScriptOfIpxeIsOneBoot() {
        BootId rom = firmware(Loader.PXE);
        clock.move(Duration.ofSeconds(5));
        assertEquals(rom, firmware(Loader.IPXE));
        tracker.record(rom, NodeState.BOOTING, "load Perceus OS", "1");
        assertEquals(
                List.of("booting firmware: PXE", "booting ipxe: IPXE", "booting load Perceus OS: 1"),
                journal.lines(Samples.MAC));
        assertEquals(clock.instant().minusSeconds(5).toEpochMilli(), rom.startedMillis());
    }

    @Test
    public void httpFirmwareIsFirmwareToo() {
        BootId rom = firmware(Loader.UEFI_HTTP);
        assertEquals(rom, firmware(Loader.IPXE));
        assertEquals(2, journal.lines(Samples.MAC).size());
    }

    @Test
    public void firmwareThatTriesAnotherWayIsKnownByTheLast() {
        BootId boot = firmware(Loader.PXE);
        for (int i = 0; i < 10; i++) {
            clock.move(Duration.ofSeconds(20));
            assertEquals(boot, firmware(Loader.UEFI_HTTP));
            clock.move(Duration.ofSeconds(20));
            assertEquals(boot, firmware(Loader.PXE));
        }
        assertEquals(boot, firmware(Loader.UEFI_HTTP));
        firmware(Loader.IPXE);
        assertEquals(List.of("booting firmware: UEFI_HTTP", "booting ipxe: IPXE"), journal.lines(Samples.MAC));
    }

    @Test
    public void aBootMayBeginWithIpxe() {
        firmware(Loader.IPXE);
        assertEquals(List.of("booting ipxe: IPXE"), journal.lines(Samples.MAC));
    }

    @Test
    public void repeatedRequestsAddNothing() {
        for (Loader loader : List.of(Loader.PXE, Loader.IPXE)) {
            BootId boot = firmware(loader);
            int events = journal.lines(Samples.MAC).size();
            for (int i = 0; i < 10; i++) {
                clock.move(Duration.ofSeconds(4));
                assertEquals(boot, firmware(loader));
            }
            assertEquals(events, journal.lines(Samples.MAC).size());
        }
    }

    @Test
    public void aPowerCycleBeginsANewBootWhateverTheState() {
        for (NodeState state : List.of(
                NodeState.WAITING,
                NodeState.PROVISIONING,
                NodeState.STARTING,
                NodeState.READY,
                NodeState.FAILED,
                NodeState.BOOTING)) {
            for (Loader loader : List.of(Loader.PXE, Loader.IPXE)) {
                BootId before = firmware(loader);
                journal.prove(before);
                tracker.record(before, state, "further on", "");
                clock.move(Duration.ofSeconds(30));
                BootId after = firmware(loader);
                assertNotEquals(state + " " + loader, before, after);
                assertEquals(Optional.of(after), journal.underWay(Samples.MAC).map(Boot::id));
                assertEquals(
                        "what it proved stands",
                        before,
                        journal.latest(Samples.MAC).orElseThrow().id());
                journal.prove(after);
                tracker.record(after, NodeState.FAILED, "failed", "");
            }
        }
    }

    @Test
    public void aRepeatThatIsReadLateBeginsNothing() {
        BootId boot = firmware(Loader.PXE, 7);
        clock.move(Duration.ofSeconds(1));
        assertEquals(boot, firmware(Loader.IPXE, 8));
        journal.prove(boot);
        tracker.record(boot, NodeState.READY, "ready", "");
        clock.move(Duration.ofSeconds(20));
        assertEquals(boot, firmware(Loader.PXE, 7));
        assertEquals(boot, firmware(Loader.IPXE, 8));
        assertEquals(Optional.empty(), journal.underWay(Samples.MAC));
    }

    @Test
    public void firmwareThatHasOneTransactionForEverBeginsItsNextBoot() {
        BootId before = firmware(Loader.PXE, 7);
        journal.prove(before);
        tracker.record(before, NodeState.READY, "ready", "");
        clock.move(Duration.ofSeconds(30));
        BootId after = firmware(Loader.PXE, 7);
        assertNotEquals(before, after);
        assertEquals("its repeats are its own", after, firmware(Loader.PXE, 7));
    }

    @Test
    public void aTransactionOfANodeThatWasForgottenIsNew() {
        BootId before = firmware(Loader.IPXE, 7);
        journal.prove(before);
        journal.forget(Samples.MAC);
        BootId after = firmware(Loader.IPXE, 7);
        assertEquals(Optional.of(after), journal.underWay(Samples.MAC).map(Boot::id));
    }

    @Test
    public void theRomAfterIpxeIsANewBoot() {
        BootId before = firmware(Loader.PXE);
        firmware(Loader.IPXE);
        BootId after = firmware(Loader.PXE);
        assertNotEquals(before, after);
        assertTrue("it may have been repeated late", journal.underWay(before).isPresent());
        assertTrue(journal.underWay(after).isPresent());
    }

    @Test
    public void firmwareThatIsSilentForLongBeginsANewBoot() {
        BootId before = firmware(Loader.PXE);
        clock.move(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(before, firmware(Loader.PXE));
        clock.move(Duration.ofMillis(1));
        assertNotEquals(before, firmware(Loader.PXE));
    }

    @Test
    public void aClockThatGoesBackStillGivesALaterBoot() {
        BootId first = firmware(Loader.PXE);
        tracker.record(first, NodeState.READY, "ready", "");
        clock.move(Duration.ofDays(-3));
        BootId second = firmware(Loader.PXE);
        assertTrue(second.startedMillis() > first.startedMillis());
        tracker.record(second, NodeState.READY, "ready", "");
        BootId third = firmware(Loader.PXE);
        assertTrue(third.startedMillis() > second.startedMillis());
        assertEquals(Optional.of(third), journal.underWay(Samples.MAC).map(Boot::id));
    }

    @Test
    public void twoBootsInOneMillisecondDiffer() {
        BootId first = firmware(Loader.PXE);
        tracker.record(first, NodeState.FAILED, "failed", "");
        assertTrue(firmware(Loader.PXE).startedMillis() > first.startedMillis());
    }

    @Test
    public void progressIsNoLineOfItsOwn() {
        BootId boot = firmware(Loader.IPXE);
        tracker.progress(boot, NodeState.WAITING, "wait", "no capsule");
        tracker.progress(boot, NodeState.WAITING, "wait", "not approved");
        assertEquals(List.of("booting ipxe: IPXE", "waiting wait: not approved"), journal.lines(Samples.MAC));
    }

    @Test
    public void beingHeardOfIsNoEvent() {
        tracker.contact(Samples.MAC);
        assertEquals(Optional.of(clock.instant()), journal.contact(Samples.MAC));
        assertEquals(List.of(), journal.lines(Samples.MAC));
    }

    private BootId firmware(Loader loader) {
        return firmware(loader, ++transaction);
    }

    private BootId firmware(Loader loader, int transaction) {
        return tracker.firmware(Samples.MAC, loader, transaction, loader.toString());
    }
}
