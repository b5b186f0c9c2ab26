package org.perceus.shell.internal.inventory;

import java.util.List;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Node;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.spi.hardware.SlurmNode;

/** Nodes as lines of slurm.conf(5). Immutable. */
public final class SlurmInventory {
    private final List<Node> nodes;
    private final HardwareInventory hardware;

    /**
     * @param nodes in the order in which they are written
     * @param hardware what a machine has, as far as it said
     */
    public SlurmInventory(List<Node> nodes, HardwareInventory hardware) {
        this.nodes = List.copyOf(nodes);
        this.hardware = hardware;
    }

    /** A line for each node; of one that Slurm cannot have so, a comment. */
    public List<String> lines() {
        return nodes.stream().map(this::line).toList();
    }

    private String line(Node node) {
        return SlurmNode.line(node.name().value(), node.address().map(Ipv4Address::toString), hardware.of(node.mac()));
    }
}
