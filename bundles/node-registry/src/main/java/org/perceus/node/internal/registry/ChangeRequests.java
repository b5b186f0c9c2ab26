package org.perceus.node.internal.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Author;
import org.perceus.ledger.Change;
import org.perceus.ledger.DroppedChanges;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.change.Addition;
import org.perceus.node.internal.change.Alteration;
import org.perceus.node.internal.change.Approval;
import org.perceus.node.internal.change.Deletion;
import org.perceus.node.internal.change.Discovery;
import org.perceus.node.internal.change.GivenAddress;
import org.perceus.node.internal.change.GroupAlteration;
import org.perceus.node.internal.change.Replacement;
import org.perceus.node.internal.change.Request;
import org.perceus.node.internal.change.Undoing;

/** Makes changes of what administrators and machines ask for, the same ones whether or not they are meant. */
abstract class ChangeRequests implements NodeAdmin {
    abstract CompletionStage<ChangeResult> request(Request request, Author author);

    /** The change of the past with an id. */
    abstract CompletionStage<Optional<Change>> change(long id);

    /** The changes of the past that are kept no more. */
    abstract CompletionStage<Optional<DroppedChanges>> dropped();

    @Override
    public CompletionStage<ChangeResult> discover(MacAddress mac, Ipv4Address link, Optional<Ipv4Address> wanted) {
        return request(new Discovery(mac, link, wanted), new Author("discovery", "asked for it on " + link));
    }

    @Override
    public CompletionStage<ChangeResult> given(MacAddress mac, Ipv4Address address) {
        return request(
                new GivenAddress(mac, address),
                new Author("discovery", "was given " + address + " by another DHCP server"));
    }

    @Override
    public CompletionStage<ChangeResult> add(List<NodeSpec> specs, Author author) {
        return request(new Addition(specs, false), author);
    }

    @Override
    public CompletionStage<ChangeResult> merge(List<NodeSpec> specs, Author author) {
        return request(new Addition(specs, true), author);
    }

    @Override
    public CompletionStage<ChangeResult> set(
            Collection<MacAddress> nodes, Map<SettingKey, Optional<String>> changes, Author author) {
        return request(new Alteration(nodes, changes), author);
    }

    @Override
    public CompletionStage<ChangeResult> setGroups(
            Collection<Name> groups, Map<SettingKey, Optional<String>> changes, Author author) {
        return request(new GroupAlteration(groups, changes), author);
    }

    @Override
    public CompletionStage<ChangeResult> approve(Collection<MacAddress> nodes, Author author) {
        return request(new Approval(nodes), author);
    }

    @Override
    public CompletionStage<ChangeResult> replace(MacAddress old, MacAddress by, Author author) {
        return request(new Replacement(old, by), author);
    }

    @Override
    public CompletionStage<ChangeResult> delete(Collection<MacAddress> nodes, Author author) {
        return request(new Deletion(nodes), author);
    }

    @Override
    public CompletionStage<ChangeResult> undo(long change, Author author) {
        return change(change).thenCompose(found -> found.map(there -> request(new Undoing(there), author))
                .orElseGet(() -> dropped().thenApply(gone -> new Rejected(missing(change, gone)))));
    }

    private static String missing(long change, Optional<DroppedChanges> dropped) {
        return dropped.filter(gone -> change > 0 && change <= gone.newest())
                .map(gone -> "Change " + change + " cannot be undone any more: " + gone.sentence())
                .orElse("There is no change " + change + ": 'perceus history' lists those that there are");
    }
}
