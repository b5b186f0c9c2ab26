package org.perceus.boot.internal.dns.forward;

import java.util.Locale;
import org.perceus.boot.internal.dns.message.Edns;
import org.perceus.boot.internal.dns.message.Query;

/**
 * What is asked of a resolver. Equal ones are asked once, whoever waits for the answer: several at a time would be as many
 * chances for one who guesses (RFC 5452 section 5), and a question that comes back to this server ends here.
 */
record Subject(
        String name, int type, boolean authenticData, boolean checkingDisabled, boolean dnssecOk, boolean stream) {
    static Subject of(Query query, boolean stream) {
        return new Subject(
                query.question().getName().toString().toLowerCase(Locale.ROOT),
                query.question().getType(),
                query.authenticData(),
                query.checkingDisabled(),
                query.edns().filter(Edns::dnssecOk).isPresent(),
                stream);
    }
}
