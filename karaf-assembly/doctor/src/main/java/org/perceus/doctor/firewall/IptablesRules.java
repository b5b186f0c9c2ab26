package org.perceus.doctor.firewall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what {@code iptables-save} prints. */
public final class IptablesRules {
    private static final Set<String> HOOKS = Set.of("PREROUTING", "INPUT");

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private String table = "";

    private IptablesRules() {}

    /** Lines that are not understood are doubted, not passed over. */
    public static Ruleset read(String text) {
        IptablesRules rules = new IptablesRules();
        text.lines().forEach(rules::line);
        return new Ruleset(List.copyOf(rules.chains.values()));
    }

    /** The tables of nftables in which iptables keeps what it printed, each named as in "ip filter". */
    public static Set<String> tables(String text) {
        return text.lines()
                .filter(line -> line.startsWith("*"))
                .map(line -> "ip " + line.substring(1))
                .collect(Collectors.toSet());
    }

    private void line(String line) {
        String[] words = line.split(" ");
        if (line.startsWith("*")) {
            table = line.substring(1);
        } else if (line.startsWith(":") && words.length > 1) {
            String name = words[0].substring(1);
            Optional<Boolean> policy = HOOKS.contains(name) && !table.equals("nat")
                    ? Optional.of(words[1].equals("DROP"))
                    : Optional.empty();
            chains.put(table + " " + name, new Chain("iptables " + table, name, policy, new ArrayList<>()));
        } else if (line.startsWith("-A ") && words.length > 1) {
            Optional.ofNullable(chains.get(table + " " + words[1]))
                    .ifPresent(chain -> chain.rules().add(rule(line, words)));
        }
    }

    private static Rule rule(String line, String[] words) {
        IptablesWords rest = new IptablesWords(words, 2);
        while (rest.hasMore()) {
            rest.option();
        }
        return new Rule(rest.matches(), rest.action(), rest.target(), "'" + line + "'");
    }
}
