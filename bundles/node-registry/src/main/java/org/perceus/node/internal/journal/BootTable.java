package org.perceus.node.internal.journal;

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
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;

/** Boots and their events in the database. */
final class BootTable {
    /** All boots, the oldest of each node first. */
    Map<MacAddress, List<Boot>> load(Session session) throws SQLException {
        Map<BootId, List<BootEvent>> events = new HashMap<>();
        session.query(
                "SELECT mac, started, at, state, step, detail FROM boot_event ORDER BY mac, started, item",
                row -> events.computeIfAbsent(id(row), id -> new ArrayList<>()).add(event(row)));
        Map<MacAddress, List<Boot>> boots = new HashMap<>();
        session.query("SELECT mac, started, ended FROM boot ORDER BY mac, started", row -> boots.computeIfAbsent(
                        id(row).mac(), mac -> new ArrayList<>())
                .add(new Boot(id(row), events.get(id(row)), ended(row))));
        return boots;
    }

    /** @param saved the boot as it is in the database */
    void save(Session session, Boot boot, Optional<Boot> saved) throws SQLException {
        long mac = boot.id().mac().value();
        long started = boot.id().startedMillis();
        if (saved.isEmpty()) {
            session.update("INSERT INTO boot (mac, started) VALUES (?, ?)", mac, started);
        }
        // of the saved ones, only the newest can have changed
        int first = saved.map(known -> known.events().size() - 1).orElse(0);
        for (int item = first; item < boot.events().size(); item++) {
            BootEvent event = boot.events().get(item);
            session.update(
                    "INSERT INTO boot_event (mac, started, item, at, state, step, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT (mac, started, item) DO UPDATE SET detail = excluded.detail",
                    mac,
                    started,
                    item,
                    event.at().toEpochMilli(),
                    event.state().toString(),
                    event.step(),
                    event.detail().orElse(null));
        }
        if (boot.ended().isPresent()) {
            session.update(
                    "UPDATE boot SET ended = ? WHERE mac = ? AND started = ?",
                    boot.ended().get().toEpochMilli(),
                    mac,
                    started);
        }
    }

    void delete(Session session, BootId boot) throws SQLException {
        long mac = boot.mac().value();
        session.update("DELETE FROM boot_event WHERE mac = ? AND started = ?", mac, boot.startedMillis());
        session.update("DELETE FROM boot WHERE mac = ? AND started = ?", mac, boot.startedMillis());
    }

    private static BootId id(ResultSet row) throws SQLException {
        return new BootId(new MacAddress(row.getLong(1)), row.getLong(2));
    }

    private static BootEvent event(ResultSet row) throws SQLException {
        return new BootEvent(
                Instant.ofEpochMilli(row.getLong(3)),
                NodeState.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)));
    }

    private static Optional<Instant> ended(ResultSet row) throws SQLException {
        long millis = row.getLong(3);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
