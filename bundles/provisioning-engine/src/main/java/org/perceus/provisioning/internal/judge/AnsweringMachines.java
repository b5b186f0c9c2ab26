package org.perceus.provisioning.internal.judge;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which machines answer for addresses, at one moment: the kernel's table is read once, and it is asked in measure. */
final class AnsweringMachines {
    private static final Logger LOG = LoggerFactory.getLogger(AnsweringMachines.class);

    /** The kernel keeps about a thousand neighbours, and those that boot need theirs. */
    private static final int QUESTIONS = 64;

    private final Neighbors neighbors;
    private Optional<Map<Ipv4Address, HardwareAddress>> table = Optional.empty();
    private int questions;

    AnsweringMachines(Neighbors neighbors) {
        this.neighbors = neighbors;
    }

    void ask(Ipv4Address address) {
        if (questions++ < QUESTIONS) {
            neighbors.ask(address);
        }
    }

    Optional<HardwareAddress> of(Ipv4Address address) {
        if (table.isEmpty()) {
            table = Optional.of(read());
        }
        return Optional.ofNullable(table.get().get(address));
    }

    private Map<Ipv4Address, HardwareAddress> read() {
        try {
            return neighbors.known();
        } catch (IOException e) {
            LOG.debug("The kernel does not tell its neighbours", e);
            return Map.of();
        }
    }
}
