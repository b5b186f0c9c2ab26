package org.perceus.doctor.check.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.Site;

/** Whether etc says what to serve, and where. */
public final class ConfigurationCheck implements Check {
    private final Site site;
    private final List<Segment> segments;

    /** @param segments those that are examined */
    public ConfigurationCheck(Site site, List<Segment> segments) {
        this.site = site;
        this.segments = segments;
    }

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Path etc = site.instance().etc();
        for (String sentence : site.wrong()) {
            findings.add(Finding.problem(sentence)
                    .with("${EDITOR:-vi} " + etc.resolve(sentence.replaceAll("^etc/(\\S+) .*", "$1"))));
        }
        if (site.interfaces().isEmpty()) {
            findings.add(Finding.problem("no device is served, as there is no etc/org.perceus.boot.interface-NAME.cfg")
                    .with(copy("org.perceus.boot.interface-eth1.cfg")));
        }
        if (site.networks().isEmpty()) {
            findings.add(
                    Finding.problem("no node gets an address, as there is no etc/org.perceus.node.network-NAME.cfg")
                            .with(copy("org.perceus.node.network-provisioning.cfg")));
        }
        segments.stream()
                .filter(segment -> !segment.configured() && !site.interfaces().isEmpty())
                .map(segment -> Finding.note(segment.device() + " is examined, but not served: no file of etc names it")
                        .with("echo 'device = " + segment.device() + "' >"
                                + etc.resolve("org.perceus.boot.interface-" + segment.device() + ".cfg")))
                .forEach(findings::add);
        if (findings.isEmpty()) {
            findings.add(Finding.ok(etc + " has " + counted(site.interfaces().size(), "device") + " and "
                    + counted(site.networks().size(), "network")));
        }
        return findings;
    }

    private String copy(String name) {
        return "cp " + site.instance().home().resolve("etc").resolve(name + ".example") + " "
                + site.instance().etc().resolve(name);
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
