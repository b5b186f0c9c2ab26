package org.perceus.simulator.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** Nodes wait for sockets in turn. */
public class SocketsTest {
    private final List<String> opened = new ArrayList<>();
    private final Sockets sockets = new Sockets(2);

    private void take(String name) {
        sockets.take(() -> opened.add(name));
    }

    @Test
    public void whoFindsNoneGetsTheFirstThatIsGivenBack() {
        for (String name : List.of("a", "b", "c", "d")) {
            take(name);
        }
        assertEquals(List.of("a", "b"), opened);

        sockets.giveBack();
        assertTrue(sockets.isWanted());
        assertEquals(List.of("a", "b"), opened);
        sockets.handOn(1);
        assertEquals(List.of("a", "b", "c"), opened);
        sockets.giveBack();
        sockets.giveBack();
        sockets.handOn(2);
        take("e");
        take("f");

        assertEquals(List.of("a", "b", "c", "d", "e"), opened);
        assertEquals(3, sockets.waits());
    }
}
