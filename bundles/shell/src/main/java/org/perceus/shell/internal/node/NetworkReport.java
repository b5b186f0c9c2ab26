package org.perceus.shell.internal.node;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.perceus.address.AddressRange;
import org.perceus.node.Network;
import org.perceus.provisioning.NameServers;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Networks as they are shown. */
public final class NetworkReport {
    private NetworkReport() {}

    /** Networks as a table, with the name servers that their nodes are told. */
    public static Table table(List<Network> networks, NameServers nameServers) {
        Table table = new Table(
                Column.of("NETWORK"),
                Column.of("SUBNET"),
                Column.of("POOL"),
                Column.of("ROUTER"),
                Column.text("NAME SERVERS"),
                Column.text("DOMAIN"),
                Column.number("LEASE"));
        for (Network network : networks) {
            table.row(
                    network.name(),
                    network.subnet().toString(),
                    network.pool().map(AddressRange::toString).orElse("of another server"),
                    network.router().map(Object::toString).orElse("-"),
                    String.join(" ", servers(network, nameServers)),
                    network.domain().orElse("-"),
                    Amounts.duration(network.lease()));
        }
        return table;
    }

    /** Networks as JSON, likewise. */
    public static JsonArray json(List<Network> networks, NameServers nameServers) {
        JsonArray array = new JsonArray();
        for (Network network : networks) {
            JsonArray servers = new JsonArray();
            servers(network, nameServers).forEach(servers::add);
            JsonObject json = new JsonObject();
            json.addProperty("name", network.name());
            json.addProperty("subnet", network.subnet().toString());
            json.addProperty(
                    "poolFirst",
                    network.pool().map(pool -> pool.first().toString()).orElse(null));
            json.addProperty(
                    "poolLast",
                    network.pool().map(pool -> pool.last().toString()).orElse(null));
            json.addProperty("router", network.router().map(Object::toString).orElse(null));
            json.add("nameServers", servers);
            json.addProperty("domain", network.domain().orElse(null));
            json.addProperty("leaseSeconds", network.lease().toSeconds());
            array.add(json);
        }
        return array;
    }

    private static List<String> servers(Network network, NameServers nameServers) {
        return nameServers.of(network).stream().map(Object::toString).toList();
    }
}
