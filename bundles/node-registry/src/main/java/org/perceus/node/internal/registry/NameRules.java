package org.perceus.node.internal.registry;

import java.util.Optional;
import java.util.Set;
import org.perceus.node.Name;

/** Which names a node can have. */
final class NameRules {
    private static final Set<String> OF_EVERY_HOST = Set.of(
            "localhost",
            "localhost4",
            "localhost6",
            "localdomain",
            "ip6-localhost",
            "ip6-loopback",
            "ip6-localnet",
            "ip6-mcastprefix",
            "ip6-allnodes",
            "ip6-allrouters",
            "broadcasthost");

    private NameRules() {}

    /** Why no node can have a name, as a sentence. */
    static Optional<String> objection(Name name) {
        return OF_EVERY_HOST.contains(name.value())
                ? Optional.of("'" + name + "' is what /etc/hosts calls every machine: use another name")
                : Optional.empty();
    }
}
