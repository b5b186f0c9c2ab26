package org.perceus.doctor.firewall;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.perceus.doctor.firewall.Match.Truth;
import org.perceus.doctor.firewall.Verdict.Fate;

/** The rules by which the kernel lets packets come in. Immutable. */
public final class Ruleset {
    private static final int DEEPEST = 16;

    private final List<Chain> chains;

    Ruleset(List<Chain> chains) {
        this.chains = List.copyOf(chains);
    }

    /** What becomes of a packet: each chain that the kernel begins with has to let it through. */
    public Verdict verdict(Packet packet) {
        Verdict verdict = new Verdict(Fate.ACCEPTED, "", "");
        for (Chain chain : chains) {
            if (chain.policy().isPresent()) {
                Verdict one = new Walk(packet).through(chain);
                if (one.fate() == Fate.DROPPED) {
                    return one;
                }
                verdict = one.fate() == Fate.UNDECIDED ? one : verdict;
            }
        }
        return verdict;
    }

    /** The same without tables that somebody else has judged, each named as in "ip filter". */
    public Ruleset without(Set<String> tables) {
        return new Ruleset(
                chains.stream().filter(chain -> !tables.contains(chain.table())).toList());
    }

    /** Whether a table of this name is there. */
    public boolean hasTable(String name) {
        return chains.stream().anyMatch(chain -> chain.table().endsWith(" " + name));
    }

    /** Whether a chain is there whose name begins so. */
    public boolean hasChain(String prefix) {
        return chains.stream().anyMatch(chain -> chain.name().startsWith(prefix));
    }

    /** One packet's way: what was not understood on it makes the end uncertain. */
    private final class Walk {
        private final Packet packet;
        private String mayBeAccepted = "";
        private String mayBeDropped = "";

        Walk(Packet packet) {
            this.packet = packet;
        }

        Verdict through(Chain base) {
            String chain = base.table() + " " + base.name();
            Verdict policy = new Verdict(
                    base.policy().orElse(false) ? Fate.DROPPED : Fate.ACCEPTED, "the policy of " + chain, chain);
            Verdict end = walk(base, 0)
                    .map(decided -> new Verdict(decided.fate(), decided.cause(), chain))
                    .orElse(policy);
            String doubt = end.fate() == Fate.DROPPED ? mayBeAccepted : mayBeDropped;
            return doubt.isEmpty() ? end : new Verdict(Fate.UNDECIDED, doubt, chain);
        }

        private Optional<Verdict> walk(Chain chain, int depth) {
            for (Rule rule : chain.rules()) {
                Truth meets = rule.meets(packet);
                if (meets == Truth.NO) {
                    continue;
                }
                Optional<Verdict> verdict = follow(chain, rule, depth);
                if (meets == Truth.YES && verdict.isPresent()) {
                    return verdict;
                }
                verdict.ifPresent(one -> doubt(one.fate(), rule));
                if (meets == Truth.YES && (rule.action() == Rule.Action.RETURN || rule.action() == Rule.Action.GOTO)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        private Optional<Verdict> follow(Chain chain, Rule rule, int depth) {
            return switch (rule.action()) {
                case ACCEPT -> Optional.of(new Verdict(Fate.ACCEPTED, rule.text(), ""));
                case DROP -> Optional.of(new Verdict(Fate.DROPPED, rule.text(), ""));
                case JUMP, GOTO ->
                    depth == DEEPEST
                            ? Optional.empty()
                            : chains.stream()
                                    .filter(one -> one.table().equals(chain.table())
                                            && one.name().equals(rule.target()))
                                    .findFirst()
                                    .flatMap(one -> walk(one, depth + 1));
                case UNKNOWN -> {
                    doubt(Fate.DROPPED, rule);
                    doubt(Fate.ACCEPTED, rule);
                    yield Optional.empty();
                }
                case RETURN, CONTINUE -> Optional.empty();
            };
        }

        private void doubt(Fate fate, Rule rule) {
            if (fate == Fate.ACCEPTED && mayBeAccepted.isEmpty()) {
                mayBeAccepted = rule.text();
            } else if (fate == Fate.DROPPED && mayBeDropped.isEmpty()) {
                mayBeDropped = rule.text();
            }
        }
    }
}
