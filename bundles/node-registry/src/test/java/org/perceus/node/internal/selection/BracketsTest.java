package org.perceus.node.internal.selection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class BracketsTest {
    private final Budget budget = new Budget(100_000, "more than 100000 names");

    @Test
    public void expandsRangesWithTheirPadding() {
        assertEquals(List.of("n0009", "n0010", "n0120"), Brackets.expand("n[0009-0010,0120]", budget));
        assertEquals(List.of("n9", "n10"), Brackets.expand("n[9-10]", budget));
        assertEquals(List.of("n08-ib", "n09-ib", "n10-ib"), Brackets.expand("n[08-10]-ib", budget));
    }

    @Test
    public void expandsSeveralBrackets() {
        assertEquals(List.of("r1n01", "r1n02", "r2n01", "r2n02"), Brackets.expand("r[1-2]n[01-02]", budget));
        assertEquals(List.of("12", "14"), Brackets.expand("[1][2,4]", budget));
    }

    @Test
    public void leavesOtherTextsAlone() {
        assertEquals(List.of("n0001"), Brackets.expand("n0001", budget));
        assertEquals(List.of(""), Brackets.expand("", budget));
    }

    @Test
    public void refusesWhatIsNoRange() {
        for (String part : new String[] {"n[a-b]", "n[1-]", "n[-1]", "n[1-2-3]", "n[1234567890]"}) {
            var refusal = assertThrows(part, IllegalArgumentException.class, () -> Brackets.expand(part, budget));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("is not a range of numbers"));
        }
    }

    @Test
    public void saysWhatWouldBeRight() {
        assertRefused("n[]", "The brackets [] are empty: write numbers in them as in [0001-0099,0120]");
        assertRefused("n[ ]", "The brackets [] are empty: write numbers in them as in [0001-0099,0120]");
        assertRefused("n[1,]", "A number is missing at a comma of [1,]: write numbers as in [0001-0099,0120]");
        assertRefused("n[,1]", "A number is missing at a comma of [,1]: write numbers as in [0001-0099,0120]");
        assertRefused("n[9-8]", "The range 9-8 ends before it begins: write it as 8-9");
        assertRefused("n[1, 10-08]", "The range 10-08 ends before it begins: write it as 08-10");
        assertRefused("n[1-10/2]", "'1-10/2' has a step, which ranges cannot have: write each number as in [1,3,5]");
        assertRefused("n[1-10:2]", "'1-10:2' has a step, which ranges cannot have: write each number as in [1,3,5]");
    }

    private void assertRefused(String part, String reason) {
        var refusal = assertThrows(part, IllegalArgumentException.class, () -> Brackets.expand(part, budget));
        assertEquals(reason, refusal.getMessage());
    }

    @Test
    public void refusesBoundsOfDifferentWidth() {
        for (String part : new String[] {"n[8-010]", "n[01-100]", "n[001-02]", "n[1-5,8-010]"}) {
            var refusal = assertThrows(part, IllegalArgumentException.class, () -> Brackets.expand(part, budget));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("differ in width"));
        }
        assertEquals(3, Brackets.expand("n[8-10]", budget).size());
        assertEquals(11, Brackets.expand("n[0-10]", budget).size());
    }

    @Test(timeout = 60_000)
    public void boundsTheirNumber() {
        assertEquals(
                100_000, Brackets.expand("n[1-100000]", new Budget(100_000, "")).size());
        for (String part : new String[] {
            "n[0-100000]", "n[0-999999999]", "[1-999][1-999]", "[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]"
        }) {
            var refusal = assertThrows(part, IllegalArgumentException.class, () -> Brackets.expand(part, budget));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("more than 100000 names"));
        }
    }

    @Test(timeout = 60_000)
    public void boundsTheirLength() {
        String part = "a".repeat(100_000) + "[1-100000]";
        assertThrows(IllegalArgumentException.class, () -> Brackets.expand(part, budget));
    }
}
