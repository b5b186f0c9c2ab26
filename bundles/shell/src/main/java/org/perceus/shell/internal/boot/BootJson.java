package org.perceus.shell.internal.boot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;

/** Boots as JSON; the fields are documented in {@code docs/commands.md} and stay. */
public final class BootJson {
    private BootJson() {}

    /** A boot with its events. */
    public static JsonObject of(Boot boot, String node, Instant now) {
        TimeLine timeLine = TimeLine.of(boot, now);
        JsonObject json = new JsonObject();
        json.addProperty("node", node);
        json.addProperty("mac", boot.id().mac().toString());
        json.addProperty("started", boot.started().toString());
        json.addProperty("ended", boot.ended().map(Instant::toString).orElse(null));
        json.addProperty("state", boot.last().state().toString());
        json.addProperty("seconds", timeLine.total().toMillis() / 1000.0);
        JsonArray events = new JsonArray();
        for (TimeLine.Moment moment : timeLine.moments()) {
            JsonObject event = event(moment.event());
            event.addProperty("seconds", moment.took().toMillis() / 1000.0);
            events.add(event);
        }
        json.add("events", events);
        return json;
    }

    /** One event of a boot, as a line of its own. */
    public static JsonObject line(Boot boot, BootEvent event, String node) {
        JsonObject json = new JsonObject();
        json.addProperty("node", node);
        json.addProperty("mac", boot.id().mac().toString());
        json.addProperty("started", boot.started().toString());
        event(event).entrySet().forEach(field -> json.add(field.getKey(), field.getValue()));
        return json;
    }

    private static JsonObject event(BootEvent event) {
        JsonObject json = new JsonObject();
        json.addProperty("at", event.at().toString());
        json.addProperty("state", event.state().toString());
        json.addProperty("step", event.step());
        json.addProperty("detail", event.detail().orElse(null));
        json.addProperty("trouble", event.isTrouble());
        return json;
    }
}
