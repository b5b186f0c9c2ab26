package org.perceus.node.internal.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** Boots and their events in the database, for one transaction or question. Belongs to one thread. */
public final class BootTable {
    private final RecentTable recent = new RecentTable();
    private final Map<MacAddress, NodeWrite> written = new HashMap<>();
    private final Session session;

    public BootTable(Session session) {
        this.session = session;
    }

    /** What is read at a start. */
    public RecentBoots recent() throws SQLException {
        return recent.load(session);
    }

    /** Writes a node; nothing when this was written of it already in the transaction. */
    public void save(NodeWrite node) throws SQLException {
        if (node.equals(written.remove(node.mac()))) {
            written.put(node.mac(), node);
            return;
        }
        for (BootWrite boot : node.boots()) {
            save(boot);
            if (boot.first() == 0) {
                keep(node.mac(), boot.proven(), node.keep());
            }
        }
        recent.deleteBefore(session, node.mac(), node.recent());
        written.put(node.mac(), node);
    }

    /** @param heard when a silent node was last heard of; empty when it is not silent */
    public void heard(MacAddress mac, Optional<Instant> heard) throws SQLException {
        recent.heard(session, mac, heard);
    }

    /** Forgets a node. */
    public void delete(MacAddress mac) throws SQLException {
        written.remove(mac);
        recent.delete(session, mac);
        session.update("DELETE FROM boot_event WHERE mac = ?", mac.value());
        session.update("DELETE FROM boot WHERE mac = ?", mac.value());
    }

    void delete(BootId boot) throws SQLException {
        long mac = boot.mac().value();
        session.update("DELETE FROM boot_event WHERE mac = ? AND started = ?", mac, boot.startedMillis());
        session.update("DELETE FROM boot WHERE mac = ? AND started = ?", mac, boot.startedMillis());
    }

    /** The oldest boots behind a place in the order of their beginnings. */
    List<BootId> oldest(long behindStarted, long behindMac, long before, int limit) throws SQLException {
        return session.query(
                "SELECT mac, started FROM boot WHERE (started, mac) > (?, ?) AND started < ?"
                        + " ORDER BY started, mac LIMIT ?",
                BootTable::id,
                behindStarted,
                behindMac,
                before,
                limit);
    }

    boolean isRecent(BootId boot) throws SQLException {
        return !session.query(
                        "SELECT 1 FROM recent_boot WHERE mac = ? AND started = ?",
                        row -> true,
                        boot.mac().value(),
                        boot.startedMillis())
                .isEmpty();
    }

    /** The newest boots of a node without their events, newest first. */
    List<BootId> newest(MacAddress mac, int limit) throws SQLException {
        return session.query(
                "SELECT mac, started FROM boot WHERE mac = ? ORDER BY started DESC LIMIT ?",
                BootTable::id,
                mac.value(),
                limit);
    }

    /** The newest boots before a place in the order of their beginnings, newest first. */
    List<BootId> newestBefore(long started, long mac, int limit) throws SQLException {
        return session.query(
                "SELECT mac, started FROM boot WHERE (started, mac) < (?, ?) ORDER BY started DESC, mac DESC LIMIT ?",
                BootTable::id,
                started,
                mac,
                limit);
    }

    /** A boot with its events; empty when it is there no more. */
    Optional<Boot> read(BootId id) throws SQLException {
        return read(session, id);
    }

    static Optional<Boot> read(Session session, BootId id) throws SQLException {
        long mac = id.mac().value();
        List<BootEvent> events = session.query(
                "SELECT mac, started, at, state, step, detail FROM boot_event WHERE mac = ? AND started = ?"
                        + " ORDER BY item",
                BootTable::event,
                mac,
                id.startedMillis());
        return session
                .query(
                        "SELECT ended FROM boot WHERE mac = ? AND started = ?",
                        row -> moment(row, 1),
                        mac,
                        id.startedMillis())
                .stream()
                .filter(ended -> !events.isEmpty())
                .map(ended -> new Boot(id, events, ended))
                .findFirst();
    }

    static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static BootId id(ResultSet row) throws SQLException {
        return new BootId(new MacAddress(row.getLong(1)), row.getLong(2));
    }

    static BootEvent event(ResultSet row) throws SQLException {
        return new BootEvent(
                Instant.ofEpochMilli(row.getLong(3)),
                NodeState.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)));
    }

    private void save(BootWrite boot) throws SQLException {
        BootId id = boot.summary().id();
        Optional<Instant> ended = boot.summary().ended();
        if (boot.first() == 0 || ended.isPresent()) {
            session.update(
                    "INSERT INTO boot (mac, started, ended, proven) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (mac, started) DO UPDATE SET ended = excluded.ended",
                    id.mac().value(),
                    id.startedMillis(),
                    ended.map(Instant::toEpochMilli).orElse(null),
                    boot.proven() ? 1 : 0);
        }
        int item = boot.first();
        for (BootEvent event : boot.events()) {
            session.update(
                    "INSERT INTO boot_event (mac, started, item, at, state, step, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT (mac, started, item) DO UPDATE SET detail = excluded.detail",
                    id.mac().value(),
                    id.startedMillis(),
                    item++,
                    event.at().toEpochMilli(),
                    event.state().toString(),
                    event.step(),
                    event.detail().orElse(null));
        }
        if (boot.proven()) {
            recent.save(session, boot.summary(), boot.first() == 0);
        }
    }

    /** What was never proved is counted by itself: it takes no place from what was. */
    private void keep(MacAddress mac, boolean proven, int keep) throws SQLException {
        List<BootId> gone = session.query(
                "SELECT mac, started FROM boot WHERE mac = ? AND proven = ? ORDER BY started DESC LIMIT 1000 OFFSET ?",
                BootTable::id,
                mac.value(),
                proven ? 1 : 0,
                keep);
        for (BootId boot : gone) {
            delete(boot);
        }
    }
}
