package org.perceus.boot.internal.dns.message;

/**
 * What a query says by its OPT record (RFC 6891 section 6.1).
 *
 * @param payload the largest UDP message that the client takes, as it says
 * @param version of EDNS
 * @param dnssecOk whether it wants the records of DNSSEC (RFC 3225)
 */
public record Edns(int payload, int version, boolean dnssecOk) {
    /** The largest UDP message in either direction: no path splits it (RFC 9715 section 3.1, DNS flag day 2020). */
    public static final int LARGEST = 1232;
}
