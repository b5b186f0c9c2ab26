package org.perceus.node;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Author;

/**
 * Changes the registry. Each call is one transaction: all of it or nothing. The stages complete on a thread of the
 * registry when the change is durable; they fail only when the store does. Thread-safe; calls do not block.
 */
@ProviderType
public interface NodeAdmin {
    /**
     * Records a machine that was never seen, with the next free name and address and the site's defaults; without an
     * address when the pool has none left. For a MAC that is known, gives the node and changes nothing, save that a node
     * without an address is given one.
     *
     * @param link an address of the subnet that the machine is on, such as the server's own; never given to the machine
     * @param wanted the address that it asks for, given to it if it is free and in the pool; on a network without a pool the one
     *     that another DHCP server gave it
     * @return rejected when the link is in no network or no name is left
     */
    CompletionStage<ChangeResult> discover(MacAddress mac, Ipv4Address link, Optional<Ipv4Address> wanted);

    /**
     * Records the address that another DHCP server gave a node, on a network without a pool. A node that has the address
     * already stays as it is.
     *
     * @return rejected when there is no such node, the network of the address has a pool, the address is another node's, or one
     *     that no node can have
     */
    CompletionStage<ChangeResult> given(MacAddress mac, Ipv4Address address);

    /**
     * Adds nodes, approved. Names and addresses that are left out are the next free ones, those that other nodes of the
     * list ask for left alone; the addresses are of the first network, by name, with room in its pool.
     *
     * @return rejected when a MAC, name or address is taken or given twice, or is one that no node can have; with all
     *     objections to the list, of which the reason is the first; rejected too when no name or address is left
     */
    CompletionStage<ChangeResult> add(List<NodeSpec> specs, Author author);

    /**
     * Adds those nodes of a list that are not there, as {@link #add} does, and changes those that are, by their MAC: what their
     * entries leave out stays as it is. A name or address that another node has is taken, also when the list gives that node
     * another one.
     *
     * @return rejected as by {@link #add}
     */
    CompletionStage<ChangeResult> merge(List<NodeSpec> specs, Author author);

    /**
     * Changes settings of nodes. {@code name}, {@code address} and {@code group} are keys too; the first two take one
     * node at a time. A group need not exist before.
     *
     * @param changes the new values, one line of at most 8192 characters each; an empty value removes the node's own
     *     setting or its address, or puts it into the site's default group
     * @return rejected when a node is gone, a value is malformed, or a name or address is taken
     */
    CompletionStage<ChangeResult> set(
            Collection<MacAddress> nodes, Map<SettingKey, Optional<String>> changes, Author author);

    /** Changes settings of groups, which need not have nodes yet; an empty value removes a setting. */
    CompletionStage<ChangeResult> setGroups(
            Collection<Name> groups, Map<SettingKey, Optional<String>> changes, Author author);

    /** Lets nodes be provisioned; those that are approved already stay so. */
    CompletionStage<ChangeResult> approve(Collection<MacAddress> nodes, Author author);

    /**
     * Puts another machine in the place of a node's: name, address, group, settings and approval stay, the boots of the old
     * machine are forgotten. A node that the new machine was found as goes, if nothing was set for it.
     *
     * @param old the MAC of the node
     * @param by the MAC of its new machine
     * @return rejected when the node is gone, or the new machine is a node with settings of its own; else the node as it is now
     */
    CompletionStage<ChangeResult> replace(MacAddress old, MacAddress by, Author author);

    /** Forgets nodes, their settings and their boots. */
    CompletionStage<ChangeResult> delete(Collection<MacAddress> nodes, Author author);

    /**
     * Makes of nodes and groups what they were before a change. Undoing is a change, which can be undone too.
     *
     * @param change its id in the {@link NodeHistory}
     * @return rejected when there is no such change, or when one of its nodes or groups was changed again since; else the
     *     nodes as they are now, and those that are gone as they were
     */
    CompletionStage<ChangeResult> undo(long change, Author author);

    /** Decides each change just as this does, and gives what would become of it, but changes nothing. */
    NodeAdmin dryRun();
}
