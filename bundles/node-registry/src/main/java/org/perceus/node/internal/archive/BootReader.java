package org.perceus.node.internal.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.perceus.ledger.store.Store;
import org.perceus.node.Boot;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;

/** Reads boots beside the writer. Thread-safe. */
public final class BootReader {
    /** Up to so many nodes are looked up one by one. */
    private static final int FEW = 100;

    private static final int PAGE = 1_000;

    private final Store store;

    private interface Question {
        List<BootId> ask(BootTable table) throws SQLException;
    }

    public BootReader(Store store) {
        this.store = store;
    }

    /** The newest boots of some nodes, or of all, newest first. */
    public CompletionStage<List<Boot>> boots(Optional<Set<MacAddress>> nodes, int limit) {
        return ask(table -> nodes.isPresent() && nodes.get().size() <= FEW
                ? ofFew(table, nodes.get(), limit)
                : ofMany(table, nodes, limit));
    }

    /** The newest boot of each of some nodes. */
    public CompletionStage<List<Boot>> newest(Set<MacAddress> nodes) {
        return ask(table -> {
            List<BootId> ids = new ArrayList<>();
            for (MacAddress mac : nodes) {
                ids.addAll(table.newest(mac, 1));
            }
            return ids;
        });
    }

    private CompletionStage<List<Boot>> ask(Question question) {
        return store.read(session -> {
            BootTable table = new BootTable(session);
            List<Boot> boots = new ArrayList<>();
            for (BootId id : question.ask(table)) {
                table.read(id).ifPresent(boots::add);
            }
            return boots;
        });
    }

    private static List<BootId> ofFew(BootTable table, Set<MacAddress> nodes, int limit) throws SQLException {
        List<BootId> ids = new ArrayList<>();
        for (MacAddress mac : nodes) {
            ids.addAll(table.newest(mac, limit));
        }
        return ids.stream()
                .sorted(Comparator.comparingLong(BootId::startedMillis).reversed())
                .limit(limit)
                .toList();
    }

    private static List<BootId> ofMany(BootTable table, Optional<Set<MacAddress>> nodes, int limit)
            throws SQLException {
        List<BootId> ids = new ArrayList<>();
        List<BootId> page = table.newestBefore(Long.MAX_VALUE, 0, PAGE);
        while (!page.isEmpty() && ids.size() < limit) {
            page.stream()
                    .filter(id -> nodes.isEmpty() || nodes.get().contains(id.mac()))
                    .limit((long) limit - ids.size())
                    .forEach(ids::add);
            BootId last = page.get(page.size() - 1);
            page = table.newestBefore(last.startedMillis(), last.mac().value(), PAGE);
        }
        return ids;
    }
}
