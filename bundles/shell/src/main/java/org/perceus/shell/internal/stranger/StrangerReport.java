package org.perceus.shell.internal.stranger;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.perceus.provisioning.Strangers.Stranger;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Machines that are no nodes, as they are shown. */
public final class StrangerReport {
    private StrangerReport() {}

    public static Table table(List<Stranger> strangers, Instant now) {
        Table table = new Table(
                Column.of("MAC"),
                Column.of("INTERFACE"),
                Column.of("FIRMWARE"),
                Column.number("ASKED"),
                Column.number("LAST"),
                Column.of("ADDRESS"),
                Column.text("WHAT BECAME OF IT"),
                Column.text("WHAT TO DO"));
        for (Stranger stranger : strangers) {
            table.row(
                    stranger.mac(),
                    stranger.device(),
                    stranger.firmware(),
                    stranger.times() + "x",
                    Amounts.duration(Duration.between(stranger.last(), now)) + " ago",
                    stranger.address().map(Object::toString).orElse("-"),
                    stranger.sentence(),
                    stranger.remedy());
        }
        return table;
    }

    public static JsonArray json(List<Stranger> strangers) {
        JsonArray array = new JsonArray();
        for (Stranger stranger : strangers) {
            JsonObject json = new JsonObject();
            json.addProperty("mac", stranger.mac());
            json.addProperty("interface", stranger.device());
            json.addProperty("firmware", stranger.firmware());
            json.addProperty("times", stranger.times());
            json.addProperty("first", stranger.first().toString());
            json.addProperty("last", stranger.last().toString());
            json.addProperty("address", stranger.address().map(Object::toString).orElse(null));
            json.addProperty("sentence", stranger.sentence());
            json.addProperty("remedy", stranger.remedy());
            array.add(json);
        }
        return array;
    }
}
