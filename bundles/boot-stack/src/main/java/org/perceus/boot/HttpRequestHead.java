package org.perceus.boot;

import java.net.URI;
import java.util.Optional;
import org.perceus.address.IpAddress;

/**
 * A request of which no body was read yet. Immutable.
 *
 * @param method upper case, such as {@code GET}
 * @param path the decoded path, normalised and without query
 * @param bearer the token of an {@code Authorization: Bearer} header
 * @param peer the client's address
 */
public record HttpRequestHead(String method, String path, Optional<String> bearer, IpAddress peer) {
    /**
     * The request as a whole.
     *
     * @param body what was read
     * @param server base of the URLs by which the client reaches this server
     */
    public HttpRequest with(byte[] body, URI server) {
        return new HttpRequest(method, path, bearer, body, peer, server);
    }
}
