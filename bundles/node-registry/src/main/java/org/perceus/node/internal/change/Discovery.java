package org.perceus.node.internal.change;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.internal.network.AddressRules;
import org.perceus.node.internal.pool.AddressPool;
import org.perceus.node.internal.site.SitePolicy;

/** Records a machine that was never seen, and gives an address to a node that had none. */
public record Discovery(MacAddress mac, Ipv4Address link, Optional<Ipv4Address> wanted) implements Request {
    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        Optional<Node> known = transaction.nodeOf(mac);
        Optional<Ipv4Address> address =
                transaction.networks().containing(link).flatMap(network -> address(transaction, network));
        if (known.isPresent()) {
            Node node = known.get().address().isPresent()
                    ? known.get()
                    : known.get().at(address);
            transaction.put(node);
            return new Changed(List.of(node));
        }
        if (transaction.networks().containing(link).isEmpty()) {
            return new Rejected(mac + " asked on " + link + ", which is in no provisioning network: "
                    + AddressRules.known(transaction.networks()));
        }
        Iterator<Name> names = transaction.freeNames();
        if (!names.hasNext()) {
            return new Rejected("No name is left for " + mac + ": all of "
                    + transaction.policy().names() + " are taken, so delete nodes or put another # into namePattern");
        }
        SitePolicy policy = transaction.policy();
        Node node =
                new Node(mac, names.next(), policy.group(), address, policy.approve(), Collections.emptySortedMap());
        transaction.put(node);
        return new Changed(List.of(node));
    }

    private Optional<Ipv4Address> address(RegistryTransaction transaction, Network network) {
        if (network.pool().isEmpty()) {
            return wanted.filter(
                    address -> GivenAddress.objection(transaction, mac, address).isEmpty());
        }
        AddressPool pool = transaction.addresses(network);
        Set<Ipv4Address> reserved = transaction.addressRules().reserved();
        // the boot server's own, or that of a relay
        reserved.add(link);
        Optional<Ipv4Address> asked = wanted.filter(pool::isFree)
                .filter(address -> !reserved.contains(address) && !transaction.isLent(address, mac));
        if (asked.isPresent()) {
            return asked;
        }
        Iterator<Ipv4Address> free = pool.free();
        while (free.hasNext()) {
            Ipv4Address next = free.next();
            if (!reserved.contains(next) && !transaction.isLent(next, mac)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
