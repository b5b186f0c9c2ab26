package org.perceus.simulator.http;

import java.util.OptionalInt;

/**
 * What came of a request. Immutable.
 *
 * @param status of HTTP; 0 when there was no whole answer
 * @param retrySeconds what the server asks a client to wait before it tries again
 * @param text the beginning of the body; without a status, what went wrong
 * @param octets of the body
 */
public record HttpAnswer(int status, OptionalInt retrySeconds, String text, long octets) {
    static HttpAnswer none(String reason) {
        return new HttpAnswer(0, OptionalInt.empty(), reason, 0);
    }

    /** Whether the server did what was asked. */
    public boolean done() {
        return status >= 200 && status < 300;
    }

    /** Whether the server says that the client is wrong. */
    public boolean refused() {
        return status >= 400 && status < 500;
    }

    /** In a few words. */
    public String words() {
        return status == 0 ? text : status + " " + text.strip();
    }
}
