package org.perceus.boot.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.boot.internal.dns.forward.Resolver;

/**
 * How DNS shall be served. Immutable.
 *
 * @param port of UDP and TCP
 * @param name of the server, one label
 * @param resolvers whom to ask for names that are not of the site; those of the system when empty
 * @param forwardPrivate whether to ask them for the names of private addresses, too
 */
record DnsSettings(int port, String name, Optional<List<Resolver>> resolvers, boolean forwardPrivate) {
    private static final int PORT = 53;
    private static final int MOST = 8;
    private static final String NOBODY = "none";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern FOURTH = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** The colon keeps it from being looked up as a name. */
    private static final Pattern SIXTH = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%[A-Za-z0-9_.-]{1,15})?");

    /** @throws IllegalArgumentException with a sentence for whoever wrote the configuration */
    static DnsSettings of(InterfaceConfig config) {
        require(
                config.dnsPort() >= 0 && config.dnsPort() < 65535,
                "dnsPort must be 0 to 65534, not " + config.dnsPort());
        require(
                LABEL.matcher(config.dnsName()).matches(),
                "dnsName must be one label in lower case such as perceus, not '" + config.dnsName() + "'");
        return new DnsSettings(
                config.dnsPort(),
                config.dnsName(),
                resolvers(config.dnsForwarders().trim()),
                config.dnsForwardPrivate());
    }

    private static Optional<List<Resolver>> resolvers(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Resolver> all = text.equals(NOBODY)
                ? List.of()
                : Stream.of(text.split("[,\\s]+"))
                        .map(word -> resolver(word)
                                .orElseThrow(
                                        () -> new IllegalArgumentException("dnsForwarders must be addresses such as"
                                                + " 192.0.2.53, separated by commas, or " + NOBODY + ", not '" + word
                                                + "'")))
                        .distinct()
                        .toList();
        require(all.size() <= MOST, "dnsForwarders must be no more than " + MOST + " addresses");
        return Optional.of(all);
    }

    /** Reads an address; never asks for a name. */
    static Optional<Resolver> resolver(String address) {
        if (!FOURTH.matcher(address).matches() && !SIXTH.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Resolver(InetAddress.getByName(address), PORT));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
