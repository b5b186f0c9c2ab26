package org.perceus.module.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.Test;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.testing.FakeService;

/** When who waits for a series gives up. */
public class CallSeriesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final BoundModule<Object> module = new BoundModule<>(
            new Object(), ServiceIdentity.of(new FakeService("slow", 1).reference(), Kind.CONFIGURATION), null);
    private long now;
    private final CallSeries series = new CallSeries(() -> now);

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    public void eachCallHasTheTimeForItself() {
        for (int i = 0; i < 3; i++) {
            pass(8);
            assertEquals("time between calls is nobody's", LIMIT, series.left(LIMIT));
            series.begin(module);
            pass(9);
            assertEquals(Duration.ofSeconds(1), series.left(LIMIT));
            assertEquals(Optional.empty(), series.giveUp(LIMIT));
            series.end();
        }
    }

    @Test
    public void whatEndsTooLateIsNotGoneOnWith() {
        series.begin(module);
        pass(10);
        assertEquals(Optional.of(module), series.giveUp(LIMIT));
        assertThrows(CallSeries.Abandoned.class, series::end);
        assertThrows(CallSeries.Abandoned.class, () -> series.begin(module));
    }

    @Test
    public void whatNobodyWaitsForBeginsNothing() {
        series.abandon();
        assertThrows(CallSeries.Abandoned.class, () -> series.begin(module));
        assertEquals(Optional.empty(), series.giveUp(LIMIT));
    }
}
