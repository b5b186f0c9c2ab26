package org.perceus.shell.internal.screen;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import org.junit.Test;

public class PrintableTest {
    @Test
    public void ordinaryTextStays() {
        String text = "Zoë's node, \"n1\" \uD83D\uDE80";
        assertSame(text, Printable.line(text));
    }

    @Test
    public void escapeSequencesLoseTheirPower() {
        assertEquals("?[2J?]0;title?", Printable.line("\u001b[2J\u001b]0;title\u0007"));
        assertEquals("?31m", Printable.line("\u009b31m"));
    }

    @Test
    public void aTextStaysOnItsLine() {
        assertEquals("a?b?c?d", Printable.line("a\nb\rc\u2028d"));
    }

    @Test
    public void directionMarksAreShown() {
        assertEquals("a?b?", Printable.line("a\u202Eb\u200B"));
    }

    @Test
    public void halfACharacterIsShown() {
        assertEquals("a?", Printable.line("a\uD83D"));
    }
}
