package org.perceus.node.internal.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.OwnAddresses;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules;
import org.perceus.node.SettingRules.Owner;

/** Whom the registry asks for what it does not know itself. Thread-safe. */
public final class Advisers {
    private static final LentAddresses NOTHING_LENT = (address, mac) -> false;

    private final List<OwnAddresses> own = new CopyOnWriteArrayList<>();
    private final List<SettingRules> rules = new CopyOnWriteArrayList<>();
    private final AtomicReference<LentAddresses> lent = new AtomicReference<>(NOTHING_LENT);

    public void add(OwnAddresses added) {
        own.add(added);
    }

    public void remove(OwnAddresses removed) {
        own.remove(removed);
    }

    public void add(SettingRules added) {
        rules.add(added);
    }

    public void remove(SettingRules removed) {
        rules.remove(removed);
    }

    public void lent(LentAddresses addresses) {
        lent.set(addresses);
    }

    public void lentNoMore(LentAddresses addresses) {
        lent.compareAndSet(addresses, NOTHING_LENT);
    }

    /** Whether an address is in use by another machine than one, which is no node. */
    boolean isLent(Ipv4Address address, MacAddress unlessTo) {
        return lent.get().isLent(address, unlessTo);
    }

    /** The addresses of this server. */
    public Set<Ipv4Address> ownAddresses() {
        return own.stream().flatMap(some -> some.addresses().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Why a setting cannot have a value, as a sentence. */
    public Optional<String> objection(SettingKey key, String value, Owner owner) {
        return rules.stream()
                .flatMap(some -> some.objection(key, value, owner).stream())
                .findFirst();
    }
}
