package org.perceus.boot.internal.dns.limit;

/** What a server has only so much of. */
public enum Limit {
    /** Questions that wait for the resolvers. */
    WAITING(
            "waiting-overload",
            "too many questions wait for the resolvers, so further ones are answered with SERVFAIL: see whether the"
                    + " resolvers of this server answer"),
    /** Questions of one client that wait for the resolvers. */
    WAITING_OF_CLIENT(
            "client-overload",
            "a client has too many questions waiting for the resolvers, so its further ones are answered with SERVFAIL:"
                    + " see what it asks so much"),
    /** Connections of clients. */
    CONNECTIONS(
            "tcp-overload", "too many clients are connected by TCP, so further ones are cut off until some have ended"),
    /** Connections of one client. */
    CONNECTIONS_OF_CLIENT(
            "tcp-client-overload", "a client has too many connections by TCP, so its further ones are cut off"),
    /** Refusals in a second. */
    REFUSALS(
            "silent",
            "so many questions are refused that the rest gets no answer: see who asks so much that is not served here");

    private final String counter;
    private final String sentence;

    Limit(String counter, String sentence) {
        this.counter = counter;
        this.sentence = sentence;
    }

    /** What is counted each time. */
    public String counter() {
        return counter;
    }

    String sentence() {
        return sentence;
    }
}
