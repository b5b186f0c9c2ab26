package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.Node;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;

public class TransactionTest {
    private final FakeScreen screen = new FakeScreen();

    @Test
    public void givesTheNodesThatWereChanged() throws InterruptedException {
        List<Node> nodes = List.of(FakeSite.node(1, "rack1", true));
        assertEquals(nodes, Transaction.await(CompletableFuture.completedFuture(new ChangeResult.Changed(nodes))));
    }

    @Test
    public void aRejectionIsAFailure() {
        CommandFailure failure = assertThrows(
                CommandFailure.class,
                () -> Transaction.await(
                        CompletableFuture.completedFuture(new ChangeResult.Rejected("the name n1 is taken"))));
        assertEquals("nothing was changed: the name n1 is taken", failure.getMessage());
        assertEquals(1, failure.exitCode());
    }

    @Test
    public void aBrokenStoreIsAFailure() {
        CommandFailure failure = assertThrows(
                CommandFailure.class,
                () -> Transaction.await(CompletableFuture.failedFuture(new IllegalStateException("disk full"))));
        assertEquals("the registry could not store the change: disk full", failure.getMessage());
    }

    @Test
    public void theAuthorIsTheUserAndTheCommand() {
        screen.commandLine = "perceus node set capsule=a n1";
        assertEquals(new Author("alice", "perceus node set capsule=a n1"), Transaction.author(screen));
    }

    @Test
    public void aLongCommandIsCutForTheHistory() {
        screen.commandLine = "x".repeat(2000);
        assertEquals(500, Transaction.author(screen).deed().length());
    }

    @Test
    public void controlCharactersDoNotReachTheHistory() {
        screen.commandLine = "perceus node set a=\u001b[2J n1";
        assertEquals("perceus node set a=?[2J n1", Transaction.author(screen).deed());
    }
}
