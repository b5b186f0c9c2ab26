package org.perceus.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class BootSeriesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    public void failedBootsCountBackToTheOneThatWasReady() {
        BootSeries series = BootSeries.of(
                List.of(
                        boot(400, NodeState.PROVISIONING, ""),
                        boot(300, NodeState.FAILED, "3 boots in 4 minutes without ready: it panicked"),
                        boot(200, NodeState.FAILED, "no disk"),
                        boot(100, NodeState.READY, ""),
                        boot(50, NodeState.FAILED, "before")),
                2,
                HOUR);
        assertEquals(2, series.boots());
        assertEquals(Optional.of("it panicked"), series.cause());
        assertTrue(series.looping());
        assertEquals("2 boots in 110 seconds without ready", series.words());
        assertTrue(BootSeries.isToldIn("failed: " + series.words() + ": why"));
        assertFalse(BootSeries.isToldIn("it began again 34 s after its kernel was entered, without ready"));
    }

    @Test
    public void oneThatOnlyWaitedOrHasNoVerdictIsPassedOver() {
        Boot waited = new Boot(
                new BootId(new MacAddress(2), 350_000),
                List.of(new BootEvent(Instant.ofEpochSecond(351), NodeState.FAILED, "gone", Optional.empty())),
                Optional.of(Instant.ofEpochSecond(351)));
        BootSeries series = BootSeries.of(
                List.of(
                        BootSummary.of(waited),
                        boot(300, NodeState.STARTING, ""),
                        boot(200, NodeState.FAILED, "no disk")),
                2,
                HOUR);
        assertEquals(1, series.boots());
        assertFalse(series.looping());
        assertEquals(BootSeries.NONE, BootSeries.of(List.of(), 1, HOUR));
    }

    @Test
    public void onlyBootsOfTheWindowBelongTogether() {
        List<BootSummary> boots =
                List.of(boot(90_000, NodeState.FAILED, "now"), boot(100, NodeState.FAILED, "yesterday"));
        assertEquals(1, BootSeries.of(boots, 2, HOUR).boots());
        BootSeries long2 = BootSeries.of(boots, 2, Duration.ofDays(7));
        assertEquals("2 boots in 24 hours without ready", long2.words());
    }

    private static BootSummary boot(long second, NodeState end, String detail) {
        Instant began = Instant.ofEpochSecond(second);
        Instant ended = began.plusSeconds(10);
        return BootSummary.of(new Boot(
                new BootId(new MacAddress(2), began.toEpochMilli()),
                List.of(
                        new BootEvent(began, NodeState.PROVISIONING, "run", Optional.empty()),
                        new BootEvent(ended, end, "end", Optional.of(detail).filter(text -> !text.isEmpty()))),
                Optional.of(ended)));
    }
}
