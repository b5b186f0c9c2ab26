package org.perceus.node.internal.change;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Decision.Outcome;
import org.perceus.ledger.Difference;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules.Owner;
import org.perceus.node.internal.network.AddressRules;
import org.perceus.node.internal.network.NetworkSet;
import org.perceus.node.internal.pool.AddressPool;
import org.perceus.node.internal.site.SettingValue;
import org.perceus.node.internal.site.Site;
import org.perceus.node.internal.site.SitePolicy;
import org.perceus.node.internal.state.Documents;
import org.perceus.node.internal.state.RegistryState;

/** One change in the making, over a state that it leaves alone. Belongs to one thread. */
public final class RegistryTransaction {
    private final RegistryState before;
    private final Site site;
    private final Advisers advisers;
    /** What was there before, by topic and key; in the order of the changes. */
    private final Map<Subject, Optional<String>> touched = new LinkedHashMap<>();

    private RegistryState state;

    private record Subject(String topic, String key) {}

    /** @param before the state that it is decided on */
    public RegistryTransaction(RegistryState before, Site site, Advisers advisers) {
        this.before = before;
        this.state = before;
        this.site = site;
        this.advisers = advisers;
    }

    public SitePolicy policy() {
        return site.policy();
    }

    public NetworkSet networks() {
        return site.networkSet();
    }

    public AddressRules addressRules() {
        return new AddressRules(networks(), advisers.ownAddresses());
    }

    /** Whether an address is in use by another machine than one, which is no node. */
    public boolean isLent(Ipv4Address address, MacAddress unlessTo) {
        return advisers.isLent(address, unlessTo);
    }

    /** Why a setting cannot have a value, as a sentence. */
    public Optional<String> objection(SettingKey key, String value, Owner owner) {
        return SettingValue.objection(key, value).or(() -> advisers.objection(key, value, owner));
    }

    public Optional<Node> node(MacAddress mac) {
        return state.index().node(mac);
    }

    /** The node that has a card. */
    public Optional<Node> nodeOf(MacAddress card) {
        return state.index().nodeOf(card);
    }

    public Optional<Node> node(Name name) {
        return state.index().node(name);
    }

    public Optional<Node> node(Ipv4Address address) {
        return state.index().node(address);
    }

    public SortedMap<SettingKey, String> group(Name group) {
        return state.index().group(group);
    }

    /** The text that tells of a thing now. */
    public Optional<String> document(String topic, String key) {
        return document(state, new Subject(topic, key));
    }

    public Iterator<Name> freeNames() {
        state = state.knowing(policy().names());
        return state.names().orElseThrow().free();
    }

    public AddressPool addresses(Network network) {
        state = state.knowing(networks());
        return state.addresses().get(network).get();
    }

    /** Adds a node or puts it in the place of the one with its MAC. */
    public void put(Node node) {
        touch(new Subject(Documents.NODE, node.mac().toString()));
        state = state.with(node);
    }

    public void remove(Node node) {
        touch(new Subject(Documents.NODE, node.mac().toString()));
        state = state.without(node);
    }

    public void put(Name group, SortedMap<SettingKey, String> settings) {
        touch(new Subject(Documents.GROUP, group.value()));
        state = state.with(group, settings);
    }

    /** What was decided: nothing when it was refused. */
    public Outcome<RegistryState, ChangeResult> outcome(ChangeResult result) {
        if (result instanceof Rejected) {
            return Outcome.unchanged(result, before);
        }
        List<Difference> differences = new ArrayList<>();
        touched.forEach((subject, was) -> {
            Optional<String> is = document(state, subject);
            if (!was.equals(is)) {
                differences.add(new Difference(subject.topic(), subject.key(), was, is));
            }
        });
        return new Outcome<>(result, state, differences);
    }

    private void touch(Subject subject) {
        touched.computeIfAbsent(subject, first -> document(before, first));
    }

    private static Optional<String> document(RegistryState state, Subject subject) {
        if (subject.topic().equals(Documents.NODE)) {
            return state.index().node(MacAddress.parse(subject.key())).map(Documents::of);
        }
        return Optional.of(Documents.of(state.index().group(new Name(subject.key()))))
                .filter(text -> !text.isEmpty());
    }
}
