package org.perceus.doctor.firewall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;

/** The words of one rule of iptables (iptables(8), iptables-extensions(8)), read one option after the other. */
final class IptablesWords {
    private final String[] words;
    private final List<Match> matches = new ArrayList<>();
    private int at;
    private boolean negated;
    private Rule.Action action = Rule.Action.CONTINUE;
    private String target = "";

    IptablesWords(String[] words, int from) {
        this.words = words;
        this.at = from;
    }

    boolean hasMore() {
        return at < words.length;
    }

    List<Match> matches() {
        return List.copyOf(matches);
    }

    Rule.Action action() {
        return action;
    }

    String target() {
        return target;
    }

    void option() {
        switch (next()) {
            case "!" -> negated = true;
            case "-i" -> add(device(next()));
            case "-p" -> add(protocol(next()));
            case "-s" -> add(source(next()));
            case "--dport", "--dports" -> add(ports(next()));
            case "--ctstate", "--state" -> add(states(next()));
            // names the words that follow, or says what a refusal looks like
            case "-m", "--reject-with", "--log-prefix", "--log-level", "--comment" -> passText();
            case "-j" -> jump(next(), Rule.Action.JUMP);
            case "-g" -> jump(next(), Rule.Action.GOTO);
            default -> add(Match.unknown());
        }
    }

    private void add(Match match) {
        matches.add(negated ? match.negated() : match);
        negated = false;
    }

    private String next() {
        return hasMore() ? words[at++] : "";
    }

    private void passText() {
        String word = next();
        if (word.startsWith("\"")) {
            while (hasMore() && !(word.length() > 1 && word.endsWith("\""))) {
                word = next();
            }
        }
    }

    private void jump(String to, Rule.Action otherwise) {
        target = to;
        action = switch (to) {
            case "ACCEPT" -> Rule.Action.ACCEPT;
            case "DROP", "REJECT" -> Rule.Action.DROP;
            case "RETURN" -> Rule.Action.RETURN;
            case "LOG", "NFLOG", "MARK", "CONNMARK", "CT", "TCPMSS", "TOS", "DSCP", "CHECKSUM" -> Rule.Action.CONTINUE;
            case "NFQUEUE", "TPROXY" -> Rule.Action.UNKNOWN;
            default -> otherwise;
        };
        if (action == Rule.Action.CONTINUE) {
            // the rest belongs to what it does
            at = words.length;
        }
    }

    private static Match device(String name) {
        return Match.when(packet -> name.endsWith("+")
                ? packet.device().startsWith(name.substring(0, name.length() - 1))
                : packet.device().equals(name));
    }

    private static Match protocol(String name) {
        return Match.when(packet -> name.equals("all") || name.equals(packet.protocol()));
    }

    private static Match source(String prefix) {
        String[] parts = prefix.split("/");
        if (parts.length != 2 || !parts[1].matches("\\d{1,2}")) {
            return Match.unknown();
        }
        AddressRange range = AddressRange.network(Ipv4.parse(parts[0]), Integer.parseInt(parts[1]));
        return Match.when(packet -> range.contains(packet.source()));
    }

    private static Match ports(String list) {
        if (!list.matches("\\d{1,5}(:\\d{1,5})?(,\\d{1,5}(:\\d{1,5})?)*")) {
            return Match.unknown();
        }
        return Match.when(packet -> Arrays.stream(list.split(",")).anyMatch(one -> {
            String[] ends = one.split(":");
            return Integer.parseInt(ends[0]) <= packet.port()
                    && packet.port() <= Integer.parseInt(ends[ends.length - 1]);
        }));
    }

    private static Match states(String list) {
        List<String> all = Arrays.asList(list.toLowerCase(Locale.ROOT).split(","));
        return Match.when(packet -> all.contains(packet.established() ? "established" : "new"));
    }
}
