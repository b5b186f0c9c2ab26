package org.perceus.node.internal.selection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

public class ExpressionPartsTest {
    @Test
    public void splitsAtCommasAndWhiteSpaceOutsideOfBrackets() {
        assertEquals(List.of("a", "b", "c"), ExpressionParts.split(" a, b\tc,,"));
        assertEquals(List.of("n[1,2-3]", "@g", "r[1][2]"), ExpressionParts.split("n[1,2-3],@g r[1][2]"));
        assertEquals(List.of("n[1, 2]"), ExpressionParts.split("n[1, 2]"));
        assertEquals(List.of(), ExpressionParts.split("  "));
    }

    @Test
    public void refusesBracketsThatDoNotMatch() {
        for (String text : new String[] {"n[1", "n1]", "n[[1]", "n]1[", "[", "]"}) {
            assertThrows(text, IllegalArgumentException.class, () -> ExpressionParts.split(text));
        }
    }

    @Test
    public void showsTheBeginningOfWhatIsLong() {
        assertEquals("short", ExpressionParts.shown("short"));
        assertEquals("x".repeat(60) + "...", ExpressionParts.shown("x".repeat(61)));
    }

    @Test
    public void aBudgetIsSpentOnce() {
        Budget budget = new Budget(10, "more than 10 names");
        budget.spend(4);
        budget.require(6);
        budget.spend(6);
        var refusal = assertThrows(IllegalArgumentException.class, () -> budget.spend(1));
        assertEquals("The expression stands for more than 10 names: name fewer nodes at a time", refusal.getMessage());
    }
}
