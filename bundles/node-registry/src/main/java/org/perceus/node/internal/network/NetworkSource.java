package org.perceus.node.internal.network;

import java.util.Optional;
import org.perceus.node.Network;

/** Where a network comes from. Thread-safe. */
@FunctionalInterface
public interface NetworkSource {
    /** The network; empty while what describes it is wrong. */
    Optional<Network> network();
}
