package org.perceus.doctor.check.link;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.firewall.IptablesRules;
import org.perceus.doctor.firewall.NftRules;
import org.perceus.doctor.firewall.Ruleset;
import org.perceus.doctor.firewall.Verdict;
import org.perceus.doctor.firewall.Verdict.Fate;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.KernelFiles;

/** Whether the rules of this machine let through what nodes send to the servers. */
public final class FirewallCheck implements Check {
    private final Segment segment;
    private final Commands commands;
    private final NodePackets packets;

    public FirewallCheck(Segment segment, Commands commands, KernelFiles files) {
        this.segment = segment;
        this.commands = commands;
        this.packets = new NodePackets(segment, files);
    }

    @Override
    public String name() {
        return "firewall";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        Optional<Commands.Result> nft = commands.run("nft", "-j", "list", "ruleset");
        Optional<Commands.Result> iptables = commands.run("iptables-save");
        if (nft.isEmpty() && iptables.isEmpty()) {
            return List.of(
                    Finding.note("whether a firewall drops packets of nodes is not known without nft or iptables-save")
                            .with("apt-get install nftables"));
        }
        Optional<String> iptablesRules = iptables.filter(Commands.Result::good).map(Commands.Result::out);
        Optional<String> nftRules = nft.filter(Commands.Result::good).map(Commands.Result::out);
        if (nftRules.isEmpty() && iptablesRules.isEmpty()) {
            return List.of(Finding.warning("the rules of the firewall are not to be read by this account")
                    .with("sudo perceus doctor " + segment.device()));
        }
        List<Finding> findings = new ArrayList<>();
        Set<String> known = iptablesRules.map(IptablesRules::tables).orElse(Set.of());
        // where iptables writes to nftables, its own words say more than what nft makes of them
        iptablesRules.map(IptablesRules::read).ifPresent(rules -> judge(rules, Mending.IPTABLES, findings));
        if (nftRules.isPresent()) {
            try {
                judge(NftRules.read(nftRules.get()).without(known), Mending.NFT, findings);
            } catch (JsonParseException | IllegalStateException | NullPointerException e) {
                findings.add(Finding.warning("the rules that nft lists are not understood here: see for yourself")
                        .with("nft list ruleset"));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("no rule of this machine drops what nodes send to " + segment.device()))
                : findings;
    }

    private void judge(Ruleset rules, Mending mending, List<Finding> findings) {
        Map<String, Verdict> bad = new LinkedHashMap<>();
        packets.all().forEach((what, packet) -> {
            Verdict verdict = rules.verdict(packet);
            if (verdict.fate() != Fate.ACCEPTED) {
                bad.put(what, verdict);
            }
        });
        List<Verdict> dropped = of(bad, Fate.DROPPED);
        if (!dropped.isEmpty()) {
            findings.add(Finding.problem("the firewall of this machine drops " + names(bad, Fate.DROPPED)
                            + " of nodes on " + segment.device() + ", by "
                            + dropped.get(0).cause())
                    .with(mending.command(segment.device(), dropped.get(0).chain(), rules)));
        }
        List<Verdict> undecided = of(bad, Fate.UNDECIDED);
        if (!undecided.isEmpty()) {
            findings.add(Finding.warning("whether the firewall of this machine drops " + names(bad, Fate.UNDECIDED)
                            + " of nodes on " + segment.device() + " depends on "
                            + undecided.get(0).cause() + ", which is not understood here")
                    .with(mending.look()));
        }
    }

    private static List<Verdict> of(Map<String, Verdict> all, Fate fate) {
        return all.values().stream().filter(one -> one.fate() == fate).toList();
    }

    private static String names(Map<String, Verdict> all, Fate fate) {
        return all.keySet().stream()
                .filter(what -> all.get(what).fate() == fate)
                .collect(Collectors.joining(", "));
    }
}
