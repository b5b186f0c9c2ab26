package org.perceus.node.internal.journal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Work;
import org.perceus.node.Boot;
import org.perceus.node.MacAddress;

/**
 * Saves what differs between the boots in memory and those in the database. So an event that could not be written is
 * written together with the next one. Belongs to the store's thread.
 */
final class BootArchive {
    private final BootTable table = new BootTable();
    private final Map<MacAddress, List<Boot>> saved = new HashMap<>();
    private final Function<MacAddress, List<Boot>> current;

    /** @param current the boots of a node in memory, oldest first */
    BootArchive(Function<MacAddress, List<Boot>> current) {
        this.current = current;
    }

    Map<MacAddress, List<Boot>> load(Session session) throws SQLException {
        saved.putAll(table.load(session));
        return Map.copyOf(saved);
    }

    /** Saves the boots of a node as they are when the work is done. */
    Work<Boolean> save(MacAddress mac) {
        return new Save(mac);
    }

    private final class Save implements Work<Boolean> {
        private final MacAddress mac;
        private Optional<List<Boot>> before = Optional.empty();

        Save(MacAddress mac) {
            this.mac = mac;
        }

        @Override
        public Boolean write(Session session) throws SQLException {
            List<Boot> known = saved.getOrDefault(mac, List.of());
            before = Optional.of(known);
            List<Boot> wanted = current.apply(mac);
            for (Boot boot : known) {
                if (find(wanted, boot).isEmpty()) {
                    table.delete(session, boot.id());
                }
            }
            for (Boot boot : wanted) {
                Optional<Boot> old = find(known, boot);
                if (!old.equals(Optional.of(boot))) {
                    table.save(session, boot, old);
                }
            }
            keep(wanted);
            return true;
        }

        @Override
        public void undo() {
            before.ifPresent(this::keep);
        }

        private void keep(List<Boot> boots) {
            if (boots.isEmpty()) {
                saved.remove(mac);
            } else {
                saved.put(mac, boots);
            }
        }

        private static Optional<Boot> find(List<Boot> boots, Boot like) {
            return boots.stream().filter(boot -> boot.id().equals(like.id())).findFirst();
        }
    }
}
