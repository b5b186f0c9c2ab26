package org.perceus.boot.internal.dns.message;

/** What a message is that came to the server's port. */
public sealed interface Received {
    /** A question. */
    record Asked(Query query) implements Received {}

    /**
     * A question that is answered with an error.
     *
     * @param answer the error, whole
     * @param counter what is counted
     */
    record Wrong(byte[] answer, String counter) implements Received {}

    /** No question at all: an answer to it could be answered again. */
    record Nothing() implements Received {}
}
