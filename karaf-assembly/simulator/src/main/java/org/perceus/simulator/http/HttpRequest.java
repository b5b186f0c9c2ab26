package org.perceus.simulator.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire. Immutable.
 *
 * @param head all of it but what belongs to the connection
 * @param keepAlive whether the connection may serve another request
 * @param keep how many octets of the answer's body are of interest
 */
public record HttpRequest(String head, String body, boolean keepAlive, int keep) {
    private static final int SENTENCE = 1000;

    /** What iPXE asks for a script. */
    public static HttpRequest ofIpxe(HttpTarget target, int keep) {
        return new HttpRequest(ipxe(target), "", true, keep);
    }

    /** What iPXE asks for a file, of which only the first octets are wanted, or all. */
    public static HttpRequest ofIpxe(HttpTarget target, Portion portion) {
        return new HttpRequest(ipxe(target) + portion.header(), "", true, SENTENCE);
    }

    private static String ipxe(HttpTarget target) {
        return "GET " + target.path() + " HTTP/1.1\r\nConnection: keep-alive\r\nUser-Agent: iPXE (simulated)\r\nHost: "
                + target.authority() + "\r\n";
    }

    /** What Perceus OS and the agent post. */
    public static HttpRequest post(HttpTarget target, String token, String body, int keep) {
        String head = "POST" + bearer(target, token) + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        return new HttpRequest(head, body, false, keep);
    }

    /** What Perceus OS downloads. */
    public static HttpRequest get(HttpTarget target, String token, Portion portion) {
        return new HttpRequest("GET" + bearer(target, token) + portion.header(), "", false, SENTENCE);
    }

    private static String bearer(HttpTarget target, String token) {
        return " " + target.path() + " HTTP/1.0\r\nHost: " + target.authority() + "\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n";
    }

    ByteBuffer bytes() {
        return StandardCharsets.UTF_8.encode(head + "\r\n" + body);
    }
}
