package org.perceus.node.internal.change;

import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.internal.network.AddressOfAnother;

/** Has a node follow the DHCP server of a network that gives the addresses in our place. */
public record GivenAddress(MacAddress mac, Ipv4Address address) implements Request {
    @Override
    public ChangeResult decide(RegistryTransaction transaction) {
        Optional<Node> known = transaction.nodeOf(mac);
        if (known.isEmpty()) {
            return Request.missing(mac);
        }
        if (known.get().has(address)) {
            return new Changed(List.of(known.get()));
        }
        Optional<String> objection = objection(transaction, mac, address);
        if (objection.isPresent()) {
            return new Rejected(objection.get());
        }
        Node node = known.get().at(address, mac);
        transaction.put(node);
        return new Changed(List.of(node));
    }

    /** Why a machine cannot have an address that it was given elsewhere, as a sentence. */
    static Optional<String> objection(RegistryTransaction transaction, MacAddress mac, Ipv4Address address) {
        return transaction.addressRules().objection(address).or(() -> new AddressOfAnother(mac, address)
                .objection(transaction.networks().containing(address), transaction::node)
                .map(objection -> objection.reason() + ": " + objection.remedy()));
    }
}
