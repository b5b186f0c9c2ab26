package org.perceus.node.internal.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules.Owner;
import org.perceus.node.internal.pool.NameRules;

/** Changes settings of nodes, their name, address and group among them. */
public record Alteration(Collection<MacAddress> nodes, Map<SettingKey, Optional<String>> changes) implements Request {
    static final SettingKey NAME = new SettingKey("name");
    static final SettingKey ADDRESS = new SettingKey("address");
    static final SettingKey GROUP = new SettingKey("group");
    static final SettingKey CARDS = new SettingKey("cards");

    /** What belongs to one node. */
    static final List<SettingKey> OF_ONE = List.of(NAME, ADDRESS, CARDS);

    public Alteration {
        nodes = new LinkedHashSet<>(nodes);
        changes = new TreeMap<>(changes);
    }

    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        for (SettingKey key : OF_ONE) {
            if (changes.containsKey(key) && changes.get(key).isPresent() && nodes.size() > 1) {
                return new Rejected("The " + key + " of " + nodes.size()
                        + " nodes cannot be the same: set it for one node at a time");
            }
        }
        List<Node> altered = new ArrayList<>(nodes.size());
        for (MacAddress mac : nodes) {
            Optional<Node> node = transaction.node(mac);
            if (node.isEmpty()) {
                return Request.missing(mac);
            }
            try {
                altered.add(altered(transaction, node.get()));
            } catch (IllegalArgumentException e) {
                return new Rejected(e.getMessage());
            }
            transaction.put(altered.get(altered.size() - 1));
        }
        return new Changed(altered);
    }

    private Node altered(RegistryTransaction transaction, Node node) {
        SortedMap<SettingKey, String> settings = new TreeMap<>(node.settings());
        Name name = node.name();
        Name group = node.group();
        Optional<Ipv4Address> address = node.address();
        List<NetworkCard> cards = node.cards();
        for (Map.Entry<SettingKey, Optional<String>> change : changes.entrySet()) {
            SettingKey key = change.getKey();
            Optional<String> value = change.getValue();
            if (key.equals(NAME)) {
                name = name(transaction, node, value);
            } else if (key.equals(ADDRESS)) {
                address = value.map(text -> address(transaction, node, text));
            } else if (key.equals(CARDS)) {
                cards = value.map(text -> cards(transaction, node, text)).orElse(List.of());
            } else if (key.equals(GROUP)) {
                group = value.map(Name::parse).orElse(transaction.policy().group());
            } else {
                alter(transaction, settings, key, value, Owner.NODE);
            }
        }
        return new Node(node.mac(), name, group, address, node.approved(), settings, cards);
    }

    /** @throws IllegalArgumentException with a sentence for the administrator when the setting cannot have the value */
    static void alter(
            RegistryTransaction transaction,
            SortedMap<SettingKey, String> settings,
            SettingKey key,
            Optional<String> value,
            Owner owner) {
        value.flatMap(text -> transaction.objection(key, text, owner)).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        value.ifPresentOrElse(text -> settings.put(key, text), () -> settings.remove(key));
    }

    private static Name name(RegistryTransaction transaction, Node node, Optional<String> value) {
        Name name = Name.parse(value.orElseThrow(
                () -> new IllegalArgumentException("Node " + node.name() + " cannot be without a name: give another")));
        NameRules.objection(name).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        transaction.node(name).filter(other -> !other.mac().equals(node.mac())).ifPresent(other -> {
            throw new IllegalArgumentException("The name " + name + " belongs to " + other.mac() + " already");
        });
        return name;
    }

    private static List<NetworkCard> cards(RegistryTransaction transaction, Node node, String text) {
        List<NetworkCard> cards = NetworkCard.parse(text);
        new CardRules(transaction, node.mac()).objection(cards).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return cards;
    }

    private static Ipv4Address address(RegistryTransaction transaction, Node node, String text) {
        Ipv4Address address = Ipv4Address.parse(text);
        if (node.address().equals(Optional.of(address))) {
            return address;
        }
        transaction
                .node(address)
                .map(other -> address + " belongs to node " + other.name() + " already")
                .or(() -> transaction.addressRules().objection(address))
                .ifPresent(objection -> {
                    throw new IllegalArgumentException(objection);
                });
        return address;
    }
}
