package org.perceus.doctor.system;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

/** The network devices, as {@code ip} of iproute2 tells them: unlike sysfs it speaks of the network that it runs in. */
public final class Links {
    private static final Pattern GATEWAY = Pattern.compile("\\bvia ([0-9.]+)");

    private final Commands commands;

    public Links(Commands commands) {
        this.commands = commands;
    }

    /** All of them. */
    public List<Link> all() throws IOException, InterruptedException {
        return read("addr", "show");
    }

    /** The one of a name; empty when there is none. */
    public Optional<Link> find(String device) throws IOException, InterruptedException {
        return all().stream().filter(link -> link.name().equals(device)).findFirst();
    }

    /** What is plugged into a bridge. */
    public List<Link> ports(String bridge) throws IOException, InterruptedException {
        return read("link", "show", "master", bridge);
    }

    /** By which way an address is reached, as {@code ip route get} prints it; empty when there is none. */
    public Optional<String> route(Ipv4 address) throws IOException, InterruptedException {
        return commands.run("ip", "-o", "route", "get", address.toString())
                .filter(Commands.Result::good)
                .map(result -> result.out().strip());
    }

    /** By which router this machine reaches others over a device; empty when it has no such route. */
    public Optional<Ipv4> gateway(String device) throws IOException, InterruptedException {
        return commands.run("ip", "-o", "route", "show", "default", "dev", device)
                .filter(Commands.Result::good)
                .map(result -> GATEWAY.matcher(result.out()))
                .filter(Matcher::find)
                .map(found -> Ipv4.parse(found.group(1)));
    }

    private List<Link> read(String... words) throws IOException, InterruptedException {
        List<String> all =
                Stream.concat(Stream.of("ip", "-d", "-j"), Stream.of(words)).toList();
        Commands.Result result =
                commands.run(all).orElseThrow(() -> new IOException("there is no program ip: install iproute2"));
        if (!result.good()) {
            throw new IOException(
                    "'" + String.join(" ", all) + "' failed: " + result.err().strip());
        }
        List<Link> links = new ArrayList<>();
        for (JsonElement element : result.out().isBlank()
                ? new JsonArray()
                : JsonParser.parseString(result.out()).getAsJsonArray()) {
            JsonObject object = element.getAsJsonObject();
            // older versions print empty objects for what was not asked for
            if (object.has("ifname")) {
                links.add(link(object));
            }
        }
        return links;
    }

    private static Link link(JsonObject object) {
        List<String> flags = object.getAsJsonArray("flags").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        JsonObject info = object.has("linkinfo") ? object.getAsJsonObject("linkinfo") : new JsonObject();
        return new Link(
                object.get("ifname").getAsString(),
                info.has("info_kind") ? info.get("info_kind").getAsString() : "",
                flags.contains("UP"),
                flags.contains("LOWER_UP"),
                card(object),
                object.get("mtu").getAsInt(),
                addresses(object),
                forwardDelay(info));
    }

    private static Optional<Mac> card(JsonObject object) {
        return Optional.of(object)
                .filter(link -> link.has("address"))
                .map(link -> link.get("address").getAsString())
                .filter(text -> text.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}"))
                .map(Mac::new);
    }

    private static List<Link.Address> addresses(JsonObject object) {
        List<Link.Address> addresses = new ArrayList<>();
        if (object.has("addr_info")) {
            for (JsonElement element : object.getAsJsonArray("addr_info")) {
                JsonObject one = element.getAsJsonObject();
                if (one.has("family") && one.get("family").getAsString().equals("inet")) {
                    addresses.add(new Link.Address(
                            Ipv4.parse(one.get("local").getAsString()),
                            one.get("prefixlen").getAsInt()));
                }
            }
        }
        return addresses;
    }

    private static OptionalInt forwardDelay(JsonObject info) {
        if (!info.has("info_data") || !info.getAsJsonObject("info_data").has("stp_state")) {
            return OptionalInt.empty();
        }
        JsonObject data = info.getAsJsonObject("info_data");
        return data.get("stp_state").getAsInt() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(data.get("forward_delay").getAsInt());
    }
}
