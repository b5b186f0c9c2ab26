package org.perceus.boot.internal.dns.zone;

/** Who answers a question. */
public sealed interface Resolution {
    /** This server does. */
    record Authoritative(Answer answer) implements Resolution {}

    /** The resolvers do. */
    record Forward() implements Resolution {}

    /** Nobody does. */
    record Refuse() implements Resolution {}
}
