package org.perceus.node.internal.pool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.Test;
import org.perceus.node.Name;

public class NamePatternTest {
    @Test
    public void padsAndReadsNumbers() {
        NamePattern pattern = NamePattern.parse("n###-ib", 5);
        assertEquals(new Name("n007-ib"), pattern.name(7));
        assertEquals(OptionalInt.of(7), pattern.number(new Name("n007-ib")));
        for (String other : new String[] {"n7-ib", "n007", "m007-ib", "n0a7-ib", "n004-ib", "n0007-ib"}) {
            assertEquals(other, OptionalInt.empty(), pattern.number(new Name(other)));
        }
        assertEquals("n###-ib", pattern.toString());
    }

    @Test
    public void refusesWhatMakesNoNames() {
        for (String text : new String[] {"", "n", "n#-#", "n#######", "n_##", "-##", "#".repeat(4) + "."}) {
            assertThrows(text, IllegalArgumentException.class, () -> NamePattern.parse(text, 0));
        }
        for (String numbers : new String[] {"####", "10##", "0x##"}) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> NamePattern.parse(numbers, 1));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("put a letter before it"));
        }
        assertThrows(IllegalArgumentException.class, () -> NamePattern.parse("n#", 10));
        assertThrows(IllegalArgumentException.class, () -> NamePattern.parse("n".repeat(63) + "#", 0));
    }

    @Test
    public void poolGivesTheLowestFreeName() {
        NamePool pool = NamePool.of(NamePattern.parse("n#", 1), List.of(new Name("n1"), new Name("n3"), new Name("x")));
        Iterator<Name> free = pool.free();
        assertEquals(new Name("n2"), free.next());
        assertEquals(new Name("n4"), free.next());
        assertEquals(new Name("n4"), pool.take(new Name("n2")).free().next());
        assertEquals(new Name("n1"), pool.release(new Name("n1")).free().next());
    }

    @Test
    public void poolEnds() {
        NamePool pool = NamePool.of(NamePattern.parse("n#", 8), List.of(new Name("n8")));
        Iterator<Name> free = pool.free();
        assertEquals(new Name("n9"), free.next());
        assertEquals(false, free.hasNext());
    }
}
