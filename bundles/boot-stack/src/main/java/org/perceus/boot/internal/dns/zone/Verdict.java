package org.perceus.boot.internal.dns.zone;

/** Who answers a question. */
public sealed interface Verdict {
    /** This server does. */
    record Own(Answer answer) implements Verdict {}

    /** The resolvers do. */
    record Forward() implements Verdict {}

    /** Nobody does. */
    record Refuse() implements Verdict {}
}
