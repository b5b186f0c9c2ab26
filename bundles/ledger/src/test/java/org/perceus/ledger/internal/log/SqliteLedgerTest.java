package org.perceus.ledger.internal.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.SqliteDatabase;

public class SqliteLedgerTest extends HistoryContract {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Override
    Database database() {
        return new SqliteDatabase(folder.getRoot().toPath().resolve("ledger.db"));
    }

    @Test
    public void aSecondContainerIsTurnedAway() {
        var refusal = assertThrows(SQLException.class, this::another);
        assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("another container has it open"));
        assertEquals("put", join(words.append(Words.put("a", "1"), Words.ROOT)));
    }
}
