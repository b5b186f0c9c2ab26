package org.perceus.boot.internal.dhcp;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.perceus.boot.BootPolicy;

/**
 * How a server reads messages and replies. Pure.
 *
 * @param classifier reads
 * @param replies replies
 */
record Dialogue(Classifier classifier, Replies replies) {
    /** By what the server is to those who ask. */
    static Dialogue of(ServerFacts server) {
        return switch (server.role()) {
            case SERVER -> new Dialogue(new MessageClassifier(server), new Replier(server));
            case PROXY -> new Dialogue(new ProxyClassifier(server), new ProxyReplier(server));
        };
    }

    /** With several addresses on one wire, of which the policy says which is whose. */
    static Dialogue of(List<ServerFacts> servers, Supplier<Optional<BootPolicy>> policy) {
        if (servers.size() == 1) {
            return of(servers.get(0));
        }
        SharedWire wire = new SharedWire(servers, policy);
        return new Dialogue(wire, wire);
    }
}
