package org.perceus.simulator;

import java.net.Inet4Address;
import java.util.Optional;
import org.perceus.simulator.dhcp.Mac;
import org.perceus.simulator.node.Behaviour;

/**
 * What a user wants simulated. Immutable.
 *
 * @param nodes how many
 * @param first the first node's address; the others count up from it
 * @param overSeconds within which the nodes are switched on
 * @param timeoutSeconds after which nodes that are not ready have failed
 * @param checkInSeconds how long nodes that are ready go on to check in
 * @param delayMillis how long a packet of DHCP is under way
 * @param relay through which the nodes ask, if they do not by broadcast
 * @param json whether the outcome is printed as JSON
 * @param list whether the nodes are only listed
 */
record Options(
        int nodes,
        Mac first,
        Behaviour behaviour,
        int overSeconds,
        int timeoutSeconds,
        int checkInSeconds,
        int delayMillis,
        Optional<Relay> relay,
        boolean json,
        boolean list) {
    /**
     * A relay, which this program is then.
     *
     * @param address this host's in the network of the nodes
     * @param server whom it asks
     */
    record Relay(Inet4Address address, Inet4Address server) {}

    Mac mac(int number) {
        return new Mac(first.value() + number);
    }
}
