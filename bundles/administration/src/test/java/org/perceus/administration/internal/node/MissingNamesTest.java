package org.perceus.administration.internal.node;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;
import org.perceus.node.NaturalOrder;

public class MissingNamesTest {
    @Test
    public void namesAreNamed() {
        assertSaid("n7 is no node", "n7");
        assertSaid("n02, n03 are no nodes", "n02", "n03");
    }

    @Test
    public void namesThatCountUpAreFolded() {
        assertSaid("n02, n07-n09 are no nodes", "n02", "n07", "n08", "n09");
        assertSaid("n8-n11 are no nodes", "n8", "n9", "n10", "n11");
        assertSaid("n1-ib0-n3-ib0 are no nodes", "n1-ib0", "n2-ib0", "n3-ib0");
        assertSaid("r1n1-r3n1 are no nodes", "r1n1", "r2n1", "r3n1");
        assertSaid("r1n1-r1n3, r2n1, r2n3 are no nodes", "r1n1", "r1n2", "r1n3", "r2n1", "r2n3");
    }

    @Test
    public void namesOfDifferentWidthAreNotFolded() {
        assertSaid("n1, n02, n3 are no nodes", "n1", "n02", "n3");
        assertSaid("n08, n9, n10 are no nodes", "n08", "n9", "n10");
    }

    @Test
    public void theRestOfManyIsCounted() {
        String[] odd = IntStream.range(0, 20).mapToObj(i -> "n" + (2 * i + 1)).toArray(String[]::new);
        assertSaid("n1, n3, n5, n7, n9, n11, n13, n15 and 12 more are no nodes", odd);
    }

    @Test(timeout = 60_000)
    public void aHundredThousandTakeNoTime() {
        String[] all = IntStream.rangeClosed(1, 100_000).mapToObj(i -> "n" + i).toArray(String[]::new);
        assertSaid("n1-n100000 are no nodes", all);
    }

    @Test
    public void globsAndGroupsAreToldApart() {
        assertSaid("r3n* matches no node", "r3n*");
        assertSaid("@rack2 is no group with nodes", "@rack2");
        assertSaid("@rack2-@rack4, @rack7 are no groups with nodes", "@rack2", "@rack3", "@rack4", "@rack7");
        assertSaid(
                "n1, n2 are no nodes; r3n*, r4n* match no node; @r5*, @rack2 are no groups with nodes",
                "@rack2",
                "n1",
                "r3n*",
                "@r5*",
                "n2",
                "r4n*");
    }

    private static void assertSaid(String sentence, String... names) {
        List<String> sorted = Stream.of(names).sorted(NaturalOrder.COMPARATOR).toList();
        assertEquals(sentence, MissingNames.sentence(sorted));
    }
}
