package org.perceus.doctor.firewall;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.firewall.Match.Truth;

/** Whether a packet has what a rule of nftables wants: the right sides of its conditions (libnftables-json(5)). */
final class NftValues {
    private NftValues() {}

    static Truth has(JsonElement wanted, String found) {
        if (found.equals(NftFields.ABSENT)) {
            return Truth.NO;
        }
        if (wanted.isJsonPrimitive()) {
            return word(wanted.getAsString(), found);
        }
        if (wanted.isJsonArray()) {
            return any(wanted.getAsJsonArray(), found);
        }
        if (!wanted.isJsonObject()) {
            return Truth.UNKNOWN;
        }
        JsonObject object = wanted.getAsJsonObject();
        if (object.has("set") && object.get("set").isJsonArray()) {
            return any(object.getAsJsonArray("set"), found);
        }
        if (object.has("range")) {
            JsonArray ends = object.getAsJsonArray("range");
            return truth(isBetween(ends.get(0).getAsString(), ends.get(1).getAsString(), found));
        }
        if (object.has("prefix")) {
            JsonObject prefix = object.getAsJsonObject("prefix");
            String address = prefix.get("addr").getAsString();
            return address.contains(":")
                    ? Truth.NO
                    : truth(AddressRange.network(
                                    Ipv4.parse(address), prefix.get("len").getAsInt())
                            .contains(Ipv4.parse(found)));
        }
        return Truth.UNKNOWN;
    }

    private static Truth word(String wanted, String found) {
        if (wanted.startsWith("@")) {
            return Truth.UNKNOWN;
        }
        return truth(
                wanted.endsWith("*")
                        ? found.startsWith(wanted.substring(0, wanted.length() - 1))
                        : wanted.equals(found));
    }

    private static Truth any(JsonArray wanted, String found) {
        Truth truth = Truth.NO;
        for (JsonElement one : wanted) {
            Truth has = has(one, found);
            if (has == Truth.YES) {
                return has;
            }
            truth = has == Truth.UNKNOWN ? has : truth;
        }
        return truth;
    }

    private static boolean isBetween(String first, String last, String found) {
        if (found.contains(".")) {
            return new AddressRange(Ipv4.parse(first), Ipv4.parse(last)).contains(Ipv4.parse(found));
        }
        return Long.parseLong(first) <= Long.parseLong(found) && Long.parseLong(found) <= Long.parseLong(last);
    }

    private static Truth truth(boolean holds) {
        return holds ? Truth.YES : Truth.NO;
    }
}
