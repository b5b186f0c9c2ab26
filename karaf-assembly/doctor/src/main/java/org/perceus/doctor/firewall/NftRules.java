package org.perceus.doctor.firewall;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what {@code nft -j list ruleset} prints. */
public final class NftRules {
    private static final Set<String> FAMILIES = Set.of("ip", "inet");
    private static final Set<String> HOOKS = Set.of("prerouting", "input");
    private static final Set<String> HARMLESS =
            Set.of("counter", "log", "mangle", "notrack", "secmark", "quota", "ct helper", "comment", "meta", "flow");

    private final Map<String, Chain> chains = new LinkedHashMap<>();

    private NftRules() {}

    /** @throws com.google.gson.JsonParseException when it is no JSON */
    public static Ruleset read(String json) {
        NftRules rules = new NftRules();
        for (JsonElement element :
                JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("nftables")) {
            JsonObject object = element.getAsJsonObject();
            if (object.has("chain")) {
                rules.chain(object.getAsJsonObject("chain"));
            } else if (object.has("rule")) {
                rules.rule(object.getAsJsonObject("rule"));
            }
        }
        return new Ruleset(List.copyOf(rules.chains.values()));
    }

    private void chain(JsonObject object) {
        if (!FAMILIES.contains(object.get("family").getAsString())) {
            return;
        }
        boolean base = object.has("hook") && HOOKS.contains(object.get("hook").getAsString());
        boolean drops =
                object.has("policy") && object.get("policy").getAsString().equals("drop");
        String table = table(object);
        String name = object.get("name").getAsString();
        chains.put(
                table + " " + name,
                new Chain(table, name, base ? Optional.of(drops) : Optional.empty(), new ArrayList<>()));
    }

    private void rule(JsonObject object) {
        String name = object.get("chain").getAsString();
        Chain chain = chains.get(table(object) + " " + name);
        if (chain == null) {
            return;
        }
        String text = "the rule with handle " + object.get("handle").getAsLong() + " in " + chain.table() + " " + name;
        List<Match> matches = new ArrayList<>();
        for (JsonElement element : object.getAsJsonArray("expr")) {
            JsonObject expression = element.getAsJsonObject();
            if (expression.has("match")) {
                matches.add(match(expression.getAsJsonObject("match")));
            } else if (expression.has("vmap")) {
                chain.rules().addAll(branches(expression.getAsJsonObject("vmap"), matches, text));
            } else {
                Optional<Rule> end = end(expression, matches, text);
                end.ifPresent(chain.rules()::add);
                if (end.isEmpty() && expression.keySet().stream().noneMatch(HARMLESS::contains)) {
                    matches.add(Match.unknown());
                }
            }
        }
    }

    private static Match match(JsonObject condition) {
        Optional<Function<Packet, String>> field = NftFields.find(condition.get("left"));
        if (field.isEmpty()) {
            return Match.unknown();
        }
        JsonElement right = condition.get("right");
        String operator = condition.get("op").getAsString();
        Match match = packet -> NftValues.has(right, field.get().apply(packet));
        return switch (operator) {
            case "==", "in" -> match;
            // what is not there is unlike nothing either
            case "!=" ->
                packet -> field.get().apply(packet).equals(NftFields.ABSENT)
                        ? Match.Truth.NO
                        : match.negated().of(packet);
            default -> Match.unknown();
        };
    }

    private static List<Rule> branches(JsonObject map, List<Match> matches, String text) {
        JsonElement data = map.get("data");
        if (!data.isJsonObject() || !data.getAsJsonObject().has("set")) {
            return List.of(new Rule(List.copyOf(matches), Rule.Action.UNKNOWN, "", text));
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonElement element : data.getAsJsonObject().getAsJsonArray("set")) {
            JsonArray branch = element.getAsJsonArray();
            JsonObject condition = new JsonObject();
            condition.addProperty("op", "==");
            condition.add("left", map.get("key"));
            condition.add("right", branch.get(0));
            List<Match> all = new ArrayList<>(matches);
            all.add(match(condition));
            end(branch.get(1).getAsJsonObject(), all, text).ifPresent(rules::add);
        }
        return rules;
    }

    private static Optional<Rule> end(JsonObject expression, List<Match> matches, String text) {
        String verb = expression.keySet().stream().findFirst().orElse("");
        Optional<Rule.Action> action =
                switch (verb) {
                    case "accept" -> Optional.of(Rule.Action.ACCEPT);
                    case "drop", "reject" -> Optional.of(Rule.Action.DROP);
                    case "return" -> Optional.of(Rule.Action.RETURN);
                    case "jump" -> Optional.of(Rule.Action.JUMP);
                    case "goto" -> Optional.of(Rule.Action.GOTO);
                    case "queue", "tproxy", "xt" -> Optional.of(Rule.Action.UNKNOWN);
                    default -> Optional.empty();
                };
        String target = action.filter(one -> one == Rule.Action.JUMP || one == Rule.Action.GOTO)
                .map(one -> expression.getAsJsonObject(verb).get("target").getAsString())
                .orElse("");
        return action.map(one -> new Rule(List.copyOf(matches), one, target, text));
    }

    private static String table(JsonObject object) {
        String key = object.has("table") ? "table" : "name";
        return object.get("family").getAsString() + " " + object.get(key).getAsString();
    }
}
