package org.perceus.administration.internal.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an inventory says of a node, and how such columns are called. */
enum NodeColumn implements InventoryColumn {
    MAC("mac macaddress macaddr hwaddr hwaddress hardwareaddress ethernet ethernetaddress ether lladdr"
            + " adminmac bootmac pxemac nicmac hostmac nodemac"),
    NAME("name hostname host node nodename shorthostname"),
    ADDRESS("address ip ipaddress ipaddr ipv4 ipv4address ipv4addr adminip bootip hostip nodeip"),
    GROUP("group groupname nodegroup rack rackname"),
    CARDS("cards");

    private final List<String> headings;

    NodeColumn(String headings) {
        this.headings = List.of(headings.split(" "));
    }

    /** The column with a heading; case, blanks, underscores and hyphens do not count. */
    static Optional<NodeColumn> of(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return Stream.of(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
