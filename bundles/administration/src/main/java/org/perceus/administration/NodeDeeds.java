package org.perceus.administration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

/** Which nodes there are, and what is set for them. Thread-safe; calls block until the change is durable. */
@ProviderType
public interface NodeDeeds {
    /**
     * A list of nodes as CSV text.
     *
     * @param name what the list is called in sentences, such as its file
     * @param lines MAC, name, address and group in each; a first line may name other columns
     */
    record NodeList(String name, List<String> lines) {
        /** Copies the lines. */
        public NodeList {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What became of the nodes of a list.
     *
     * @param added those that were not there
     * @param changed those that are others now
     * @param same how many are as the list says already
     */
    record Imported(List<Node> added, List<Node> changed, int same) {
        /** Copies the lists. */
        public Imported {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
        }
    }

    /**
     * What was set.
     *
     * @param before the nodes before
     * @param nodes those that were named, as they are or would be now
     */
    record Applied(RegistrySnapshot before, List<Node> nodes) {
        /** Copies the list. */
        public Applied {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node that got another machine.
     *
     * @param old the node with its old machine
     * @param by the new machine
     * @param gone the node that the new machine was found as
     */
    record Replaced(Node old, MacAddress by, Optional<Node> gone) {}

    /**
     * What was approved.
     *
     * @param nodes those that were not before
     * @param keys what their machines show, by node: those nodes are tied to that and to no other key
     */
    record Approved(List<Node> nodes, Map<MacAddress, String> keys) {
        /** Copies both. */
        public Approved {
            nodes = List.copyOf(nodes);
            keys = Map.copyOf(keys);
        }
    }

    /** Adds a node, approved; what its specification leaves out, the registry gives. */
    Outcome<Node> add(Administrator who, NodeSpec spec, boolean dryRun) throws InterruptedException;

    /**
     * Adds the nodes of a list: all or none.
     *
     * @param update whether to change those that are there, too: what the list says of them, and nothing else
     * @return refused with a sentence for each line that is wrong
     */
    Outcome<Imported> importList(Administrator who, NodeList list, boolean update, boolean dryRun)
            throws InterruptedException;

    /**
     * Changes settings, of which {@code name}, {@code address} and {@code group} are some too.
     *
     * @param values the new values; an empty one removes the node's own
     * @param force whether capsules, methods and modules may be set that are not there
     * @return with remarks on settings that have no effect as the nodes are now
     */
    Outcome<Applied> set(
            Administrator who,
            NodeTarget target,
            Map<SettingKey, Optional<String>> values,
            boolean force,
            boolean dryRun)
            throws InterruptedException;

    /** Lets nodes be provisioned that were not approved before. */
    Outcome<Approved> approve(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException;

    /** Lets nodes wait at their next boot. */
    Outcome<List<Node>> disable(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException;

    /** Lets nodes boot again; those that were disabled before. */
    Outcome<List<Node>> enable(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException;

    /**
     * Gives a node another machine: name, address, group and settings stay.
     *
     * @param node a word that names it
     * @param machine the MAC of the new machine, or the name of the node that it was found as
     */
    Outcome<Replaced> replace(Administrator who, String node, String machine, boolean dryRun)
            throws InterruptedException;

    /** Forgets nodes, their settings and their boots. */
    Outcome<List<Node>> delete(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException;
}
