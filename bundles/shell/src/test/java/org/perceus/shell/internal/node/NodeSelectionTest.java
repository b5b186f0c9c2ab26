package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
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
    public void aWordThatNamesNothingIsRefused() {
        assertEquals(
                "No node is named n7",
                assertThrows(CommandFailure.class, () -> selection.toShow(List.of("n1", "n7"), screen))
                        .getMessage());
    }

    @Test
    public void aMachineWithoutRecordIsCalledByItsMac() {
        assertEquals("n1", selection.nameOf(FakeSite.mac(1)));
        assertEquals("52:54:00:00:00:63", selection.nameOf(FakeSite.mac(99)));
    }

    private static List<String> names(List<Node> nodes) {
        return nodes.stream().map(node -> node.name().value()).toList();
    }
}
