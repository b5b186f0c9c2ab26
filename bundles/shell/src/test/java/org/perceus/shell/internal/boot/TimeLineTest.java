package org.perceus.shell.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.shell.testing.FakeSite;

public class TimeLineTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    public void eachStepLastsUntilTheNext() {
        assertEquals(
                """
                 AFTER    TOOK  STATE         STEP        DETAIL
                 0.0 s   2.5 s  booting       DHCP        10.10.0.101
                 2.5 s   9.5 s  provisioning  fetch root  287.1 MiB
                12.0 s  28.0 s  starting      kexec
                40.0 s          ready         ready       6.1.0-30-amd64
                """,
                TimeLine.of(readyBoot(), BEGUN.plusSeconds(999)).text(0, false));
    }

    @Test
    public void aBootThatIsOverSaysHowLongItTook() {
        TimeLine timeLine = TimeLine.of(readyBoot(), BEGUN.plusSeconds(999));
        assertEquals(Duration.ofSeconds(40), timeLine.total());
        assertEquals("ready after 40.0 s", timeLine.summary());
    }

    @Test
    public void aBootUnderWaySaysHowLongSoFar() {
        Boot boot = boot(Optional.empty(), event(0, NodeState.BOOTING, "DHCP", ""));
        TimeLine timeLine = TimeLine.of(boot, BEGUN.plusSeconds(7));
        assertEquals("booting for 7.0 s", timeLine.summary());
        assertEquals(
                """
                AFTER          TOOK  STATE    STEP  DETAIL
                0.0 s  7.0 s so far  booting  DHCP
                """,
                timeLine.text(0, false));
    }

    @Test
    public void aFailedBootSaysWhy() {
        Boot boot = boot(
                Optional.of(BEGUN.plusSeconds(5)),
                event(0, NodeState.BOOTING, "DHCP", ""),
                event(5000, NodeState.FAILED, "failed", "the hash of the root does not match"));
        assertEquals(
                "failed after 5.0 s: the hash of the root does not match",
                TimeLine.of(boot, BEGUN.plusSeconds(9)).summary());
    }

    @Test
    public void aSupersededBootSaysSo() {
        Boot boot = boot(Optional.of(BEGUN.plusSeconds(5)), event(0, NodeState.BOOTING, "DHCP", ""));
        assertEquals(
                "given up after 5.0 s: the machine began another boot",
                TimeLine.of(boot, BEGUN.plusSeconds(9)).summary());
    }

    @Test
    public void eventsOutOfOrderLastNoTime() {
        Boot boot = boot(
                Optional.empty(),
                event(3000, NodeState.BOOTING, "DHCP", ""),
                event(1000, NodeState.BOOTING, "iPXE", ""));
        assertEquals(
                Duration.ZERO,
                TimeLine.of(boot, BEGUN.plusSeconds(9)).moments().get(0).took());
    }

    @Test
    public void fitsTheTerminal() {
        String text = TimeLine.of(readyBoot(), BEGUN).text(50, false);
        assertEquals(50, text.lines().mapToInt(String::length).max().orElse(0));
    }

    @Test
    public void troubleIsMarkedAndNothingOfItIsCut() {
        String trouble = "emergency mode: /data did not mount, since there is no disk of that name";
        Boot boot = boot(
                Optional.empty(),
                event(0, NodeState.STARTING, "kexec", ""),
                event(1000, NodeState.STARTING, BootEvent.TROUBLE, trouble));
        String text = TimeLine.of(boot, BEGUN.plusSeconds(2)).text(60, false);
        assertTrue(text, text.contains(" ! trouble "));
        assertTrue(text, text.endsWith("~\n! " + trouble + "\n"));
        assertTrue(BootJson.line(boot, boot.last(), "n1").get("trouble").getAsBoolean());
    }

    @Test
    public void jsonHasTheDocumentedFields() {
        JsonObject json = BootJson.of(readyBoot(), "n1", BEGUN.plusSeconds(999));
        assertEquals(Set.of("node", "mac", "started", "ended", "state", "seconds", "events"), json.keySet());
        assertEquals("2026-11-20T10:00:00Z", json.get("started").getAsString());
        assertEquals("2026-11-20T10:00:40Z", json.get("ended").getAsString());
        assertEquals(40.0, json.get("seconds").getAsDouble(), 0);
        JsonObject event = json.getAsJsonArray("events").get(1).getAsJsonObject();
        assertEquals(Set.of("at", "state", "step", "detail", "trouble", "seconds"), event.keySet());
        assertEquals(9.5, event.get("seconds").getAsDouble(), 0);
    }

    @Test
    public void bootsAreListedWithTheirNewestStep() {
        Boot running = boot(Optional.empty(), event(0, NodeState.BOOTING, "DHCP", "10.10.0.101"));
        List<String> lines = BootTable.of(List.of(readyBoot(), running), mac -> "n1", BEGUN.plusSeconds(3))
                .text(0, false)
                .lines()
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "T"))
                .toList();
        assertEquals("n1    T  ready          40.0 s  ready  6.1.0-30-amd64", lines.get(1));
        assertEquals("n1    T  booting  3.0 s so far  DHCP   10.10.0.101", lines.get(2));
    }

    private static Boot readyBoot() {
        return boot(
                Optional.of(BEGUN.plusSeconds(40)),
                event(0, NodeState.BOOTING, "DHCP", "10.10.0.101"),
                event(2500, NodeState.PROVISIONING, "fetch root", "287.1 MiB"),
                event(12_000, NodeState.STARTING, "kexec", ""),
                event(40_000, NodeState.READY, "ready", "6.1.0-30-amd64"));
    }

    private static Boot boot(Optional<Instant> ended, BootEvent... events) {
        return new Boot(new BootId(FakeSite.mac(1), BEGUN.toEpochMilli()), List.of(events), ended);
    }

    private static BootEvent event(long millis, NodeState state, String step, String detail) {
        return new BootEvent(
                BEGUN.plusMillis(millis), state, step, Optional.of(detail).filter(text -> !text.isEmpty()));
    }
}
