package org.perceus.shell.internal.screen;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.perceus.shell.testing.FakeScreen;

public class ProgressLineTest {
    private long nanos = 1;

    @Test
    public void elsewhereThanOnATerminalThereAreFewLines() {
        FakeScreen screen = new FakeScreen();
        ProgressLine line = new ProgressLine(screen, () -> nanos);
        for (int i = 0; i <= 1000; i++) {
            nanos += 1000;
            line.at("reading", i, 1000);
        }
        line.end();
        assertEquals(
                "reading: 0 %\nreading: 25 %\nreading: 50 %\nreading: 75 %\nreading: 100 %\n", screen.complained());
    }

    @Test
    public void slowWorkShowsALineNowAndThen() {
        FakeScreen screen = new FakeScreen();
        ProgressLine line = new ProgressLine(screen, () -> nanos);
        line.at("reading", 1, 100);
        nanos += TimeUnit.SECONDS.toNanos(11);
        line.at("reading", 2, 100);
        assertEquals("reading: 1 %\nreading: 2 %\n", screen.complained());
    }

    @Test
    public void onATerminalThereIsOneLine() {
        FakeScreen screen = FakeScreen.terminal(80);
        ProgressLine line = new ProgressLine(screen, () -> nanos);
        for (int i = 0; i <= 10; i++) {
            nanos += TimeUnit.MILLISECONDS.toNanos(150);
            line.at("reading", i, 10);
        }
        line.end();
        assertEquals(
                1,
                screen.complained()
                        .lines()
                        .filter(text -> text.endsWith("100 %"))
                        .count());
        assertTrue(screen.complained().startsWith("\rreading: 0 %\rreading: 10 %"));
        assertTrue(screen.complained().endsWith("\n"));
    }

    @Test
    public void onATerminalQuickProgressIsThinnedOut() {
        FakeScreen screen = FakeScreen.terminal(80);
        ProgressLine line = new ProgressLine(screen, () -> nanos);
        for (int i = 0; i < 1000; i++) {
            nanos += 1000;
            line.at("reading", i, 1_000_000);
        }
        assertEquals("\rreading: 0 %", screen.complained());
    }

    @Test
    public void anUnknownTotalShowsBytes() {
        FakeScreen screen = new FakeScreen();
        new ProgressLine(screen, () -> nanos).at("reading", 2048, 0);
        assertEquals("reading: 2.0 KiB\n", screen.complained());
    }

    @Test
    public void aNewTaskIsShownAtOnce() {
        FakeScreen screen = new FakeScreen();
        ProgressLine line = new ProgressLine(screen, () -> nanos);
        line.at("reading", 100, 100);
        line.at("packing", 0, 100);
        assertEquals("reading: 100 %\npacking: 0 %\n", screen.complained());
    }

    @Test
    public void aShorterTextCoversALongerOne() {
        FakeScreen screen = FakeScreen.terminal(80);
        ProgressLine line = new ProgressLine(screen, () -> nanos);
        line.at("reading the archive", 1, 100);
        line.at("packing", 1, 100);
        assertEquals("\rreading the archive: 1 %\rpacking: 1 %            ", screen.complained());
    }
}
