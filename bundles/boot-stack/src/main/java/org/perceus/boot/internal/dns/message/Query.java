package org.perceus.boot.internal.dns.message;

import java.util.Optional;
import org.xbill.DNS.Record;

/**
 * A question that is well formed. Immutable.
 *
 * @param id which the answer has to have
 * @param question name, type and class; the name in the case in which it came
 * @param recursionDesired whether the client wants the answer of others
 * @param authenticData whether it wants to know if the answer was validated (RFC 6840 section 5.7)
 * @param checkingDisabled whether it wants the answer without that (RFC 4035 section 3.2.2)
 * @param edns what its OPT record says, if it has one
 */
public record Query(
        int id,
        Record question,
        boolean recursionDesired,
        boolean authenticData,
        boolean checkingDisabled,
        Optional<Edns> edns) {
    /** UDP payload of clients that say nothing (RFC 1035 section 4.2.1). */
    private static final int PLAIN = 512;

    private static final int STREAM = 65535;

    /** The largest answer. */
    public int room(boolean stream) {
        return stream
                ? STREAM
                : edns.map(said -> Math.max(PLAIN, Math.min(Edns.LARGEST, said.payload())))
                        .orElse(PLAIN);
    }
}
