package org.perceus.node.internal.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.ledger.Change;
import org.perceus.ledger.Difference;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.internal.state.Documents;

/** Makes of each thing what it was before a change, unless something stands on what the change made of it. */
public record Undoing(Change change) implements Request {
    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        for (Difference difference : change.differences()) {
            if (!transaction.document(difference.topic(), difference.key()).equals(difference.after())) {
                return rejected(label(difference) + " was changed again since ('perceus history"
                        + (difference.topic().equals(Documents.NODE) ? " " + difference.key() : "")
                        + "'): undo the later change first");
            }
        }
        List<Node> back = new ArrayList<>();
        List<Node> concerned = new ArrayList<>();
        for (Difference difference : change.differences()) {
            if (difference.topic().equals(Documents.GROUP)) {
                transaction.put(
                        new Name(difference.key()),
                        Documents.settings(difference.before().orElse("")));
                continue;
            }
            MacAddress mac = MacAddress.parse(difference.key());
            transaction.node(mac).ifPresent(transaction::remove);
            Optional<Node> was = difference.before().map(text -> Documents.node(mac, text));
            was.ifPresent(back::add);
            concerned.add(
                    was.orElseGet(() -> Documents.node(mac, difference.after().orElseThrow())));
        }
        for (Node node : back) {
            Optional<Node> rival = rival(transaction, node);
            if (rival.isPresent()) {
                return rejected("the name, an address or a card of " + node.name() + " belongs to "
                        + rival.get().name() + ", " + rival.get().mac() + ", now");
            }
            transaction.put(node);
        }
        return new Changed(concerned);
    }

    private static Optional<Node> rival(RegistryTransaction transaction, Node node) {
        return transaction
                .node(node.name())
                .or(() -> transaction.nodeOf(node.mac()))
                .or(() -> node.addresses()
                        .flatMap(address -> transaction.node(address).stream())
                        .findFirst())
                .or(() -> node.cards().stream()
                        .flatMap(card -> transaction.nodeOf(card.mac()).stream())
                        .findFirst());
    }

    private Rejected rejected(String reason) {
        return new Rejected("Change " + change.id() + " cannot be undone: " + reason);
    }

    private static String label(Difference difference) {
        Optional<String> name = difference.topic().equals(Documents.NODE)
                ? difference.after().or(difference::before).map(text -> Documents.shown(text)
                        .get("name"))
                : Optional.empty();
        return difference.topic() + " " + name.orElse(difference.key());
    }
}
