package org.perceus.boot;

import java.net.URI;
import java.util.Optional;
import org.perceus.address.IpAddress;

/**
 * A request that was read whole. Immutable but for its body, which belongs to the endpoint.
 *
 * @param method upper case, such as {@code GET}
 * @param path the decoded path, normalised and without query
 * @param bearer the token of an {@code Authorization: Bearer} header
 * @param body the body, empty if there was none; at most 64 KiB, larger requests never reach an endpoint
 * @param peer the client's address
 * @param server base of the URLs by which this client reaches this server
 */
public record HttpRequest(
        String method, String path, Optional<String> bearer, byte[] body, IpAddress peer, URI server) {
    /** The request without its body. */
    public HttpRequestHead head() {
        return new HttpRequestHead(method, path, bearer, peer);
    }
}
