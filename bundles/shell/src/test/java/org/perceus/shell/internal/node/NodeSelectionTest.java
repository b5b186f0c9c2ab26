package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;
import org.perceus.node.Node;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;

public class NodeSelectionTest {
    private final NodeSelection selection =
            new NodeSelection(FakeSite.sample().registry.snapshot());
    private final FakeScreen screen = new FakeScreen();

    @Test
    public void noWordsMeanAllOrNothing() {
        assertEquals(3, selection.allOrToShow(List.of(), screen).size());
        assertEquals(1, selection.allOrToShow(List.of("n1"), screen).size());
    }

    @Test
    public void severalWordsAreOneSelection() {
        assertEquals(List.of("n2", "n10"), names(selection.toShow(List.of("n10", "n2", "n10"), screen)));
        assertEquals("", screen.complained());
    }

    @Test
    public void whatIsMissingOfARangeIsSaidWhenNodesAreShown() {
        assertEquals(List.of("n1", "n2"), names(selection.toShow(List.of("n[1-5]"), screen)));
        assertEquals("n3-n5 are no nodes\n", screen.complained());
    }

    @Test
    public void nothingIsChangedOfARangeWithMissingNodes() {
        assertEquals(
                "nothing was changed: n3-n5, n7 are no nodes; to take the others alone, use --existing",
                assertThrows(CommandFailure.class, () -> selection.toChange(List.of("n[1-5]", "n[1,7]"), false, screen))
                        .getMessage());
        assertEquals(List.of("n1", "n2"), names(selection.toChange(List.of("n[1-2]"), false, screen)));
        assertEquals("", screen.complained());
    }

    @Test
    public void nothingIsChangedOfARangeWithMissingGroups() {
        assertEquals(
                "nothing was changed: @rack3-@rack5 are no groups with nodes; to take the others alone, use --existing",
                assertThrows(CommandFailure.class, () -> selection.toChange(List.of("@rack[1-5]"), false, screen))
                        .getMessage());
        assertEquals(3, selection.toShow(List.of("@rack[1-3]"), screen).size());
        assertEquals("@rack3 is no group with nodes\n", screen.complained());
    }

    @Test
    public void existingNodesOfARangeAreChangedWhenTheyAreAskedFor() {
        assertEquals(List.of("n1", "n2"), names(selection.toChange(List.of("n[1-3]"), true, screen)));
        assertEquals("n3 is no node\n", screen.complained());
        assertThrows(IllegalArgumentException.class, () -> selection.toChange(List.of("n1", "n[3-4]"), true, screen));
    }

    @Test
    public void aWordThatNamesNothingIsRefused() {
        assertEquals(
                "No node is named n7",
                assertThrows(IllegalArgumentException.class, () -> selection.toShow(List.of("n1", "n7"), screen))
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

    private static List<String> names(List<Node> nodes) {
        return nodes.stream().map(node -> node.name().value()).toList();
    }

    private static List<Node> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> FakeSite.node(number, "rack1", true))
                .toList();
    }
}
