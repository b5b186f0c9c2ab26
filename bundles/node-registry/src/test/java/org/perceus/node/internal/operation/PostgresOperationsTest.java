package org.perceus.node.internal.operation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.get;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.PostgresDatabase;
import org.perceus.ledger.testing.PostgresServer;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.RunningOperation;

public class PostgresOperationsTest extends OperationsContract {
    @ClassRule
    public static final PostgresServer SERVER = new PostgresServer();

    private String url;

    @Override
    @Before
    public void open() throws Exception {
        url = url == null ? SERVER.database() : url;
        super.open();
    }

    @Override
    Database database() {
        return new PostgresDatabase(url, "", "");
    }

    @Test
    public void whatAnotherServerDoesIsSeenAndGoesOnWhenThisOneStarts() throws Exception {
        RunningOperation running = begin("debian-12@1");
        running.step("reading");
        get(operations.list(Optional.empty(), true, 1));
        DefaultOperations other = server("two:/data", Map.of());
        Operation seen = get(other.find(running.id())).orElseThrow();
        assertTrue(seen.end().isEmpty());
        assertEquals("reading", seen.newest().orElseThrow().name());
        running.done("6663 files");
        get(operations.list(Optional.empty(), true, 1));
        assertTrue(get(other.find(running.id())).orElseThrow().end().isPresent());
        assertEquals(List.of(), get(other.list(Optional.empty(), true, 10)));
    }

    @Test
    public void twoServersGiveNoNumberTwice() throws Exception {
        DefaultOperations other = server("two:/data", Map.of());
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            assertTrue(numbers.add(begin("a").id()));
            assertTrue(numbers.add(other.begin(OperationKind.BUILD, "b", JANE).id()));
            get(operations.list(Optional.empty(), true, 1));
            get(other.list(Optional.empty(), true, 1));
        }
    }
}
