package org.perceus.doctor.site;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.system.Commands;

/** The container that runs, asked by its own command line. Thread-safe. */
public final class Container {
    private final Commands commands;
    private final Site site;
    private Optional<JsonObject> info;
    private String silence = "";

    public Container(Commands commands, Site site) {
        this.commands = commands;
        this.site = site;
    }

    /** What {@code perceus info --json} says, asked once; empty when no container runs. */
    public synchronized Optional<JsonObject> info() throws IOException, InterruptedException {
        if (info == null) {
            info = ask("info", "--json").map(JsonElement::getAsJsonObject);
        }
        return info;
    }

    /** Why it says nothing, in a sentence of its command line. */
    public synchronized String silence() throws IOException, InterruptedException {
        return info().isPresent() ? "" : silence;
    }

    /** Whose each address is by what the container knows: MACs of nodes and of machines that were lent one. */
    public synchronized Map<Ipv4, String> holders() throws IOException, InterruptedException {
        Map<Ipv4, String> holders = new HashMap<>();
        for (String noun : List.of("stranger", "node")) {
            for (JsonElement element :
                    ask(noun, "list", "--json").orElseGet(JsonArray::new).getAsJsonArray()) {
                JsonObject one = element.getAsJsonObject();
                if (one.has("address")
                        && one.get("address").isJsonPrimitive()
                        && one.get("address").getAsString().matches("[0-9.]+")) {
                    holders.put(
                            Ipv4.parse(one.get("address").getAsString()),
                            one.get("mac").getAsString());
                }
            }
        }
        return holders;
    }

    private Optional<JsonElement> ask(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "env",
                "PERCEUS_SOCKET=" + site.socket(),
                site.instance().home().resolve("bin/perceus").toString()));
        all.addAll(List.of(words));
        Optional<Commands.Result> result = commands.run(all);
        silence = result.map(answer -> answer.err().strip().replaceFirst("^perceus: ", ""))
                .orElse("");
        try {
            return result.filter(Commands.Result::good).map(answer -> JsonParser.parseString(answer.out()));
        } catch (JsonParseException e) {
            throw new IOException("the container gave no JSON for " + String.join(" ", words), e);
        }
    }
}
