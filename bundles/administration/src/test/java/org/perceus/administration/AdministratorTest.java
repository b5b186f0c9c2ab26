package org.perceus.administration;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.perceus.ledger.Author;

public class AdministratorTest {
    private static final Account ALICE = new Account("alice", Account.Origin.SYSTEM);

    @Test
    public void isTheAuthorForTheHistory() {
        assertEquals(
                new Author("alice", "perceus node set a=b n1", "as agreed"),
                new Administrator(ALICE, "perceus node set a=b n1", "as agreed").author());
    }

    @Test
    public void aLongCommandIsCutForTheHistory() {
        assertEquals(
                500,
                new Administrator(ALICE, "x".repeat(2000), "").author().deed().length());
    }
}
