package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;
import org.perceus.node.Node;
import org.perceus.shell.testing.FakeSite;

public class NodeSelectionTest {
    private final NodeSelection selection =
            new NodeSelection(FakeSite.sample().registry.snapshot());

    @Test
    public void noWordsMeanAllOrNothing() {
        assertEquals(3, selection.orAll(List.of()).size());
        assertEquals(1, selection.orAll(List.of("n1")).size());
    }

    @Test
    public void severalWordsAreOneSelection() {
        assertEquals(
                List.of("n2", "n10"),
                selection.named(List.of("n10", "n2", "n10")).stream()
                        .map(node -> node.name().value())
                        .toList());
    }

    @Test
    public void aWordThatNamesNothingIsRefused() {
        assertEquals(
                "no node is called 'n7'",
                assertThrows(IllegalArgumentException.class, () -> selection.named(List.of("n1", "n7")))
                        .getMessage());
    }

    @Test
    public void aMachineWithoutRecordIsCalledByItsMac() {
        assertEquals("n1", selection.nameOf(FakeSite.mac(1)));
        assertEquals("52:54:00:00:00:63", selection.nameOf(FakeSite.mac(99)));
    }

    @Test
    public void aSummaryNamesTheFirst() {
        assertEquals("1 node (n1)", NodeSelection.summary(nodes(1)));
        assertEquals("3 nodes (n1, n2, n3)", NodeSelection.summary(nodes(3)));
        assertEquals("12 nodes (n1, n2, n3, n4, n5, n6, n7, n8 and 4 more)", NodeSelection.summary(nodes(12)));
    }

    private static List<Node> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> FakeSite.node(number, "rack1", true))
                .toList();
    }
}
