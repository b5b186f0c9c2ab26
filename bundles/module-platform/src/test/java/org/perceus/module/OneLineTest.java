package org.perceus.module;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class OneLineTest {
    @Test
    public void whatBreaksALineOrATerminalGoes() {
        assertEquals("a b", OneLine.of("\n a\nb\r\n"));
        assertEquals("a [2Jb", OneLine.of("a\u001b[2Jb"));
        assertEquals("a 2Jb", OneLine.of("a\u009b2Jb"));
        assertEquals("a b c", OneLine.of("a\u2028b\u2029c"));
        assertEquals("abc  txt.exe", OneLine.of("abc\u202e\u2066txt.exe"));
        assertEquals("a b", OneLine.of("a\uD83Db"));
    }

    @Test
    public void whatPeopleWriteStays() {
        assertEquals("Grüße, 節點 \uD83D\uDE80 'x' \"y\" \\ $", OneLine.of("Grüße, 節點 \uD83D\uDE80 'x' \"y\" \\ $"));
    }

    @Test
    public void noCharacterIsCutInHalf() {
        assertEquals("ab", OneLine.of("abc", 2));
        assertEquals("a", OneLine.of("a\uD83D\uDE80", 2));
        assertEquals("a\uD83D\uDE80", OneLine.of("a\uD83D\uDE80b", 3));
        assertEquals(1000, OneLine.of("x".repeat(5000)).length());
    }

    @Test
    public void exceptionsSayWhatTheyAre() {
        assertEquals("no disk", OneLine.of(new IllegalStateException("no\ndisk"), true));
        assertEquals(
                "java.lang.IllegalStateException: no disk", OneLine.of(new IllegalStateException("no disk"), false));
        assertEquals("null", OneLine.of(new IllegalStateException(), true));
    }
}
