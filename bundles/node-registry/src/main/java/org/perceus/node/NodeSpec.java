package org.perceus.node;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.Ipv4Address;

/**
 * What an administrator says of a node that is to be added; what is left out, the registry gives.
 *
 * @param mac its identity
 * @param name its name; else the next free one of the site's pattern
 * @param address its address; else the next free one of the pool
 * @param group its group; else the site's default
 * @param settings its own settings
 * @param cards its further cards
 */
public record NodeSpec(
        MacAddress mac,
        Optional<Name> name,
        Optional<Ipv4Address> address,
        Optional<Name> group,
        SortedMap<SettingKey, String> settings,
        List<NetworkCard> cards) {
    /** Copies the settings and the cards. */
    public NodeSpec {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        cards = List.copyOf(cards);
    }

    /** One that boots by one card. */
    public NodeSpec(
            MacAddress mac,
            Optional<Name> name,
            Optional<Ipv4Address> address,
            Optional<Name> group,
            SortedMap<SettingKey, String> settings) {
        this(mac, name, address, group, settings, List.of());
    }

    /** One without settings of its own. */
    public NodeSpec(MacAddress mac, Optional<Name> name, Optional<Ipv4Address> address, Optional<Name> group) {
        this(mac, name, address, group, new TreeMap<>(Map.of()));
    }
}
