package org.perceus.node;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;

/** The registry at one moment. Immutable, all look-ups are in memory. */
@ProviderType
public interface RegistrySnapshot {
    /** All nodes in the natural order of their names. */
    List<Node> nodes();

    /** The node with a MAC. */
    Optional<Node> node(MacAddress mac);

    /** The node that has a card: the one with the node's MAC, or another. */
    Optional<Node> nodeOf(MacAddress card);

    /** The node with a name. */
    Optional<Node> node(Name name);

    /** The node that has an address, on any of its cards. */
    Optional<Node> node(Ipv4Address address);

    /** Names of the groups that have nodes or settings, with the groups' own settings. */
    SortedMap<Name, SortedMap<SettingKey, String>> groups();

    /** The networks, in the order of their names. */
    List<Network> networks();

    /** The network that an address belongs to. */
    Optional<Network> network(Ipv4Address address);

    /** The site's settings of nodes, which hold where neither a node nor its group has its own. */
    SortedMap<SettingKey, String> defaults();

    /** What holds for a node: its own setting, else its group's, else the site's default. */
    Optional<String> setting(Node node, SettingKey key);

    /** All settings that hold for a node. */
    SortedMap<SettingKey, String> settings(Node node);

    /**
     * The nodes that an expression of an administrator names: a name, a glob {@code n00*}, ranges
     * {@code n[0001-0099,0120]}, a MAC, or a group {@code @rack1}; several separated by commas or white space. Groups
     * take ranges and globs too.
     *
     * @return the nodes, and which names, globs or groups of a range name none when others of it do
     * @throws IllegalArgumentException with a sentence for the administrator when the expression is malformed or a part
     *     of it names no node
     */
    SelectedNodes select(String expression);

    /**
     * The groups that an expression of an administrator names: names, ranges {@code rack[1-8]} and globs {@code rack*},
     * with or without {@code @}; several separated by commas or white space. What names and ranges stand for need not exist.
     *
     * @return without repetition, in their natural order
     * @throws IllegalArgumentException with a sentence for the administrator when the expression is malformed, or a glob
     *     matches no group
     */
    List<Name> selectGroups(String expression);
}
