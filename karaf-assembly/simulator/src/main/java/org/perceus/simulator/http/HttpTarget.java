package org.perceus.simulator.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Whom a URL asks, and for what. Immutable.
 *
 * @param authority host and port as in the URL
 */
public record HttpTarget(InetSocketAddress address, String authority, String path) {
    private static final int HTTP = 80;

    /** Reads a URL; empty when it is not one of plain HTTP with an address as its host. */
    public static Optional<HttpTarget> of(String url) {
        try {
            URI uri = URI.create(url);
            if (!"http".equals(uri.getScheme())
                    || uri.getHost() == null
                    || !uri.getHost().matches("[0-9.]+")) {
                return Optional.empty();
            }
            InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? HTTP : uri.getPort());
            return Optional.of(new HttpTarget(address, uri.getAuthority(), uri.getRawPath()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Another path of the same server. */
    public HttpTarget at(String other) {
        return new HttpTarget(address, authority, other);
    }
}
