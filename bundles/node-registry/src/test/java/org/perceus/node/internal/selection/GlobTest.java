package org.perceus.node.internal.selection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class GlobTest {
    @Test
    public void starsTakeAnyCharactersAndQuestionMarksOne() {
        assertMatches("*", "", true);
        assertMatches("n*", "n0001", true);
        assertMatches("n*1", "n0001", true);
        assertMatches("n*1", "n0010", false);
        assertMatches("n????", "n0001", true);
        assertMatches("n???", "n0001", false);
        assertMatches("*a*b*", "xxaxxbxx", true);
        assertMatches("*a*b", "ba", false);
        assertMatches("n1", "n1", true);
        assertMatches("n1", "n10", false);
        assertMatches("n.", "n1", false);
    }

    @Test
    public void knowsAGlob() {
        assertTrue(Glob.isGlob("n*"));
        assertTrue(Glob.isGlob("n?"));
        assertFalse(Glob.isGlob("n1"));
    }

    @Test(timeout = 60_000)
    public void manyStarsCostLittle() {
        assertMatches("*a".repeat(2_000) + "b", "a".repeat(10_000), false);
    }

    private static void assertMatches(String glob, String text, boolean expected) {
        assertEquals(glob + " " + text, expected, Glob.matches(glob, text));
    }
}
