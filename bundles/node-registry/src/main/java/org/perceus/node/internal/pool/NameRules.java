package org.perceus.node.internal.pool;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.node.Name;

/** Which names a node can have. */
public final class NameRules {
    private static final Set<Name> OF_EVERY_HOST = Stream.of(
                    "localhost",
                    "localhost4",
                    "localhost6",
                    "localdomain",
                    "ip6-localhost",
                    "ip6-loopback",
                    "ip6-localnet",
                    "ip6-mcastprefix",
                    "ip6-allnodes",
                    "ip6-allhosts",
                    "ip6-allrouters",
                    "broadcasthost")
            .map(Name::new)
            .collect(Collectors.toUnmodifiableSet());

    /** What inet_aton(3) takes for an address; a number as long as a MAC is none to it. */
    private static final Pattern NUMBER = Pattern.compile("0*\\d{1,11}|0x0*[0-9a-f]{1,8}");

    private NameRules() {}

    /** Why no node can have a name, as a sentence. */
    public static Optional<String> objection(Name name) {
        if (OF_EVERY_HOST.contains(name)) {
            return Optional.of("'" + name + "' is what /etc/hosts calls every machine: use another name");
        }
        if (NUMBER.matcher(name.value()).matches()) {
            return Optional.of("'" + name + "' is a number, which programs take for an address: put a letter before it,"
                    + " as in n" + name);
        }
        return Optional.empty();
    }

    /** All single names that no node can have. */
    static Set<Name> reserved() {
        return OF_EVERY_HOST;
    }
}
