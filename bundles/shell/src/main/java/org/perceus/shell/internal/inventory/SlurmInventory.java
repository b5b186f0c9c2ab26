package org.perceus.shell.internal.inventory;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.provisioning.NodeHardware;

/** Nodes as lines of slurm.conf(5). Immutable. */
public final class SlurmInventory {
    private final List<Node> nodes;
    private final Function<MacAddress, Optional<NodeHardware>> hardware;

    /**
     * @param nodes in the order in which they are written
     * @param hardware what a machine has, as far as it said
     */
    public SlurmInventory(List<Node> nodes, Function<MacAddress, Optional<NodeHardware>> hardware) {
        this.nodes = List.copyOf(nodes);
        this.hardware = hardware;
    }

    /** A line for each node; of one that has not said what it has, a comment. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Node node : nodes) {
            lines.add(hardware.apply(node.mac())
                    .map(known -> line(node, known))
                    .orElse("# " + node.name() + " has not said what it has: boot it once"));
        }
        return lines;
    }

    private static String line(Node node, NodeHardware known) {
        String address = node.address()
                .map(Inet4Address::getHostAddress)
                .map(text -> " NodeAddr=" + text)
                .orElse("");
        return "NodeName=" + node.name() + address + " CPUs=" + known.cpus() + " Sockets=" + known.sockets()
                + " CoresPerSocket=" + known.cores() + " ThreadsPerCore=" + known.threads() + " RealMemory="
                + known.memoryMib();
    }
}
