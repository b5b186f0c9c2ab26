package org.perceus.shell.internal.history;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class FoldedNamesTest {
    @Test
    public void namesThatCountUpAreARange() {
        assertEquals("n[0001-0012]", FoldedNames.of(names("n%04d", 1, 12), 0));
        assertEquals("n[9-11]", FoldedNames.of(names("n%d", 9, 11), 0));
    }

    @Test
    public void othersStandAlone() {
        assertEquals("n1, n2", FoldedNames.of(names("n%d", 1, 2), 0));
        assertEquals("a, n[1-3], n5", FoldedNames.of(List.of("a", "n1", "n2", "n3", "n5"), 0));
        assertEquals("n1-ib, n2-ib, n3-ib", FoldedNames.of(names("n%d-ib", 1, 3), 0));
        assertEquals("n09, n10, n011", FoldedNames.of(List.of("n09", "n10", "n011"), 0));
    }

    @Test
    public void aWidthIsKept() {
        assertEquals("n[08-11]", FoldedNames.of(names("n%02d", 8, 11), 0));
    }

    @Test
    public void manyAreCounted() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add("n" + 2 * i);
        }
        assertEquals("n0, n2, n4, n6, n8, n10 and 94 more", FoldedNames.of(names, 0));
        assertEquals("n[1-5] and 7 more", FoldedNames.of(names("n%d", 1, 5), 7));
    }

    private static List<String> names(String pattern, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(pattern::formatted).toList();
    }
}
