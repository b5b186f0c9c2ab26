package org.perceus.shell.internal.info;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.perceus.node.NodeState;
import org.perceus.provisioning.PerceusOs;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.site.Site;

/**
 * The site at a glance. Immutable.
 *
 * @param version version of Perceus
 * @param interfaces where nodes are served
 * @param perceusOs what they boot first
 * @param nodes how many nodes are in each state; empty when the registry is not running
 * @param problems what is not running or wrongly configured, one sentence each
 */
public record SiteReport(
        String version,
        List<Interface> interfaces,
        Optional<PerceusOs.Release> perceusOs,
        SortedMap<NodeState, Long> nodes,
        List<String> problems) {
    /**
     * One provisioning interface.
     *
     * @param device its network device
     * @param address this server's address on it
     * @param url base of the URLs of its HTTP side
     * @param servers which servers are up
     */
    public record Interface(String device, String address, String url, List<String> servers) {}

    /** Looks at the site. */
    public static SiteReport of(Site site) {
        List<String> problems = new ArrayList<>();
        SortedMap<NodeState, Long> nodes = new TreeMap<>();
        try {
            Map<NodeState, Long> states = site.registry().snapshot().nodes().stream()
                    .map(node -> site.boots().status(node.mac()).state())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            nodes.putAll(states);
            problems.addAll(site.registry().complaints());
            problems.addAll(site.settingCheck().complaints());
            problems.addAll(site.nameServers().complaints());
            problems.addAll(site.serverLimits().complaints());
            problems.addAll(site.strangers().problems());
        } catch (CommandFailure e) {
            problems.add(e.getMessage());
        }
        List<Interface> interfaces = site.interfaces().stream()
                .map(serving -> new Interface(
                        serving.device(),
                        serving.address().toString(),
                        serving.server().toString(),
                        serving.servers()))
                .toList();
        if (interfaces.isEmpty()) {
            problems.add("no provisioning interface is configured: no node can boot");
        }
        Optional<PerceusOs.Release> release = site.perceusOs();
        if (release.isEmpty()) {
            problems.add("no release of Perceus OS is installed: no node can boot");
        }
        return new SiteReport(site.version(), interfaces, release, nodes, problems);
    }
}
