package org.perceus.node.internal.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.perceus.ledger.store.Session;
import org.perceus.node.Boot;
import org.perceus.node.BootFacts;
import org.perceus.node.BootId;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;

/** The boots that are in memory, in a table of their own, so that a start reads no others. */
final class RecentTable {
    private static final String COLUMNS =
            "mac, started, at, state, step, detail, ended, since, told, events, own_states,"
                    + " furthest, hardware, given_system, given_root";

    RecentBoots load(Session session) throws SQLException {
        List<Boot> underWay = new ArrayList<>();
        // one by one: a join may read the events of all boots that ever were
        for (BootId id :
                session.query("SELECT mac, started FROM recent_boot WHERE ended IS NULL ORDER BY mac", BootTable::id)) {
            BootTable.read(session, id).ifPresent(underWay::add);
        }
        List<BootSummary> ended = session.query(
                "SELECT " + COLUMNS + " FROM recent_boot WHERE ended IS NOT NULL ORDER BY mac, started",
                RecentTable::summary);
        Map<MacAddress, Instant> silent = new HashMap<>();
        session.query(
                "SELECT mac, heard FROM recent_boot WHERE heard IS NOT NULL",
                row -> silent.put(new MacAddress(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))));
        return new RecentBoots(ended, underWay, silent);
    }

    /** A boot under way is read with its events, so only its name has to stand here. */
    void save(Session session, BootSummary boot, boolean fresh) throws SQLException {
        if (!fresh && boot.ended().isEmpty()) {
            return;
        }
        session.update(
                "INSERT INTO recent_boot (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (mac, started) DO UPDATE SET at = excluded.at, state = excluded.state,"
                        + " step = excluded.step, detail = excluded.detail, ended = excluded.ended,"
                        + " since = excluded.since, told = excluded.told, events = excluded.events,"
                        + " own_states = excluded.own_states, furthest = excluded.furthest,"
                        + " hardware = excluded.hardware, given_system = excluded.given_system,"
                        + " given_root = excluded.given_root, heard = NULL",
                boot.id().mac().value(),
                boot.id().startedMillis(),
                boot.last().at().toEpochMilli(),
                boot.last().state().toString(),
                boot.last().step(),
                boot.last().detail().orElse(null),
                boot.ended().map(Instant::toEpochMilli).orElse(null),
                boot.since().toEpochMilli(),
                boot.told().toEpochMilli(),
                boot.events(),
                boot.ownStates(),
                boot.furthest().toString(),
                boot.facts().hardware().orElse(null),
                boot.facts().system().orElse(null),
                boot.facts().root().orElse(null));
    }

    /** Forgets boots of a node that began before a time. */
    void deleteBefore(Session session, MacAddress mac, long started) throws SQLException {
        session.update("DELETE FROM recent_boot WHERE mac = ? AND started < ?", mac.value(), started);
    }

    void delete(Session session, MacAddress mac) throws SQLException {
        session.update("DELETE FROM recent_boot WHERE mac = ?", mac.value());
    }

    /** @param heard when a silent node was last heard of; empty when it is not silent */
    void heard(Session session, MacAddress mac, Optional<Instant> heard) throws SQLException {
        session.update(
                "UPDATE recent_boot SET heard = ? WHERE mac = ? AND started ="
                        + " (SELECT MAX(started) FROM recent_boot WHERE mac = ?)",
                heard.map(Instant::toEpochMilli).orElse(null),
                mac.value(),
                mac.value());
    }

    private static BootSummary summary(ResultSet row) throws SQLException {
        return new BootSummary(
                BootTable.id(row),
                BootTable.event(row),
                BootTable.moment(row, 7),
                Instant.ofEpochMilli(row.getLong(8)),
                Instant.ofEpochMilli(row.getLong(9)),
                Optional.empty(),
                row.getInt(10),
                row.getInt(11),
                NodeState.valueOf(row.getString(12).toUpperCase(Locale.ROOT)),
                new BootFacts(
                        Optional.ofNullable(row.getString(13)),
                        Optional.ofNullable(row.getString(14)),
                        Optional.ofNullable(row.getString(15))));
    }
}
