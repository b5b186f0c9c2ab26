package org.perceus.doctor.firewall;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What of a packet a rule of nftables looks at: the left sides of its conditions (libnftables-json(5)). */
final class NftFields {
    /** Stands for what such a packet does not have, so that no condition on it holds. */
    static final String ABSENT = "";

    private static final Set<String> TRANSPORT = Set.of("tcp", "udp", "th");
    private static final Set<String> BELOW = Set.of("ether", "vlan", "arp");

    private NftFields() {}

    /** How to find it in a packet; empty for what is not understood here. */
    static Optional<Function<Packet, String>> find(JsonElement left) {
        if (!left.isJsonObject()) {
            return Optional.empty();
        }
        JsonObject object = left.getAsJsonObject();
        if (object.has("ct")) {
            return connection(text(object.get("ct"), "key"));
        }
        if (object.has("meta")) {
            return meta(text(object.get("meta"), "key"));
        }
        return object.has("payload")
                ? payload(text(object.get("payload"), "protocol"), text(object.get("payload"), "field"))
                : Optional.empty();
    }

    private static Optional<Function<Packet, String>> connection(String key) {
        return switch (key) {
            case "state" -> Optional.of(packet -> packet.established() ? "established" : "new");
            case "status" -> Optional.of(packet -> ABSENT);
            default -> Optional.empty();
        };
    }

    private static Optional<Function<Packet, String>> meta(String key) {
        return switch (key) {
            case "iif", "iifname" -> Optional.of(Packet::device);
            case "l4proto" -> Optional.of(Packet::protocol);
            case "nfproto" -> Optional.of(packet -> "ipv4");
            case "protocol" -> Optional.of(packet -> "ip");
            default -> Optional.empty();
        };
    }

    private static Optional<Function<Packet, String>> payload(String protocol, String field) {
        if (TRANSPORT.contains(protocol)) {
            return field.equals("dport")
                    ? Optional.of(packet -> protocol.equals("th") || protocol.equals(packet.protocol())
                            ? Integer.toString(packet.port())
                            : ABSENT)
                    : Optional.empty();
        }
        if (protocol.equals("ip")) {
            return switch (field) {
                case "saddr" -> Optional.of(packet -> packet.source().toString());
                case "protocol" -> Optional.of(Packet::protocol);
                default -> Optional.empty();
            };
        }
        return protocol.isEmpty() || BELOW.contains(protocol) ? Optional.empty() : Optional.of(packet -> ABSENT);
    }

    private static String text(JsonElement object, String key) {
        return object.isJsonObject() && object.getAsJsonObject().has(key)
                ? object.getAsJsonObject().get(key).getAsString()
                : "";
    }
}
