package org.perceus.module.slurm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.hardware.Hardware;
import org.perceus.provisioning.spi.hardware.SlurmNode;

/**
 * A slurm.conf(5): what the site wrote, and behind it a line for each node that it did not write itself.
 *
 * @param site what the site wrote
 * @param nodes those of the cluster that it did not write
 */
record SlurmText(String site, List<RegisteredNode> nodes) {
    private static final Pattern BY_HAND = Pattern.compile(
            "^[ \\t]*NodeName[ \\t]*=[ \\t]*([^ \\t\\n#]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** @param cluster all nodes of the cluster */
    static SlurmText of(String site, List<RegisteredNode> cluster) {
        Set<String> written = new HashSet<>();
        Matcher line = BY_HAND.matcher(site);
        while (line.find()) {
            written.addAll(Arrays.asList(line.group(1).split(",")));
        }
        return new SlurmText(
                site,
                cluster.stream().filter(node -> !written.contains(node.name())).toList());
    }

    /** The nodes that can have no line yet. */
    List<RegisteredNode> missing() {
        return nodes.stream()
                .filter(node -> node.hardware().flatMap(Hardware::topology).isEmpty())
                .toList();
    }

    String text() {
        // the site's last line may go on, or have no end
        StringBuilder text = new StringBuilder(site).append("\n\n# nodes, as their machines said\n");
        for (RegisteredNode node : nodes) {
            text.append(SlurmNode.line(node.name(), node.address(), node.hardware()))
                    .append('\n');
        }
        return text.toString();
    }
}
