package org.perceus.shell.internal.node;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.perceus.node.NetworkCard;

/** Nodes as JSON; the fields are documented in {@code docs/commands.md} and stay. */
public final class NodeJson {
    private NodeJson() {}

    /** A list. */
    public static JsonArray of(List<NodeReport> nodes) {
        JsonArray array = new JsonArray();
        nodes.forEach(report -> array.add(of(report)));
        return array;
    }

    private static JsonObject of(NetworkCard card) {
        JsonObject json = new JsonObject();
        json.addProperty("mac", card.mac().toString());
        JsonArray addresses = new JsonArray();
        card.addresses().forEach(address -> addresses.add(address.toString()));
        json.add("addresses", addresses);
        return json;
    }

    /** One node. */
    public static JsonObject of(NodeReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("name", report.node().name().value());
        json.addProperty("mac", report.node().mac().toString());
        json.addProperty("address", report.address().orElse(null));
        JsonArray cards = new JsonArray();
        report.node().cards().forEach(card -> cards.add(of(card)));
        json.add("cards", cards);
        json.addProperty("group", report.node().group().value());
        json.addProperty("approved", report.node().approved());
        json.addProperty("state", report.status().state().toString());
        json.addProperty("since", report.status().since().map(Object::toString).orElse(null));
        json.addProperty(
                "lastContact", report.lastContact().map(Object::toString).orElse(null));
        json.addProperty("reason", report.status().reason().orElse(null));
        JsonObject settings = new JsonObject();
        for (NodeReport.Setting setting : report.settings()) {
            JsonObject value = new JsonObject();
            value.addProperty("value", setting.value());
            value.addProperty("from", setting.source().name().toLowerCase(Locale.ROOT));
            setting.idle().ifPresent(why -> value.addProperty("noEffect", "it " + why));
            settings.add(setting.key().value(), value);
        }
        json.add("settings", settings);
        return json;
    }
}
