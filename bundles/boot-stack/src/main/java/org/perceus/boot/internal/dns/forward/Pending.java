package org.perceus.boot.internal.dns.forward;

import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Record;

/** A question that a resolver was asked. Used by one thread. */
final class Pending {
    private final Subject subject;
    private final Record question;
    private final List<Resolver> attempts;
    private final List<Waiter> waiters = new ArrayList<>();
    private boolean plain;
    private int attempt;
    private int id;
    private int strange;
    private long deadline;
    private Line line = () -> {};

    Pending(Subject subject, Record question, List<Resolver> attempts) {
        this.subject = subject;
        this.question = question;
        this.attempts = attempts;
    }

    Subject subject() {
        return subject;
    }

    Record question() {
        return question;
    }

    List<Waiter> waiters() {
        return waiters;
    }

    int id() {
        return id;
    }

    Resolver resolver() {
        return attempts.get(attempt);
    }

    boolean hasNext() {
        return attempt + 1 < attempts.size();
    }

    /** Whether whoever comes next is another than this one. */
    boolean hasOther() {
        return hasNext() && !attempts.get(attempt + 1).equals(resolver());
    }

    void next() {
        line.close();
        plain = false;
        attempt++;
    }

    boolean isPlain() {
        return plain;
    }

    /** The same resolver once more, without EDNS. */
    void plainly() {
        line.close();
        plain = true;
    }

    void asked(int newId, long until) {
        id = newId;
        strange = 0;
        deadline = until;
    }

    void over(Line opened) {
        line = opened;
    }

    /** Counts what came and was no answer. */
    int strange() {
        return ++strange;
    }

    boolean isLate(long now) {
        return now - deadline >= 0;
    }

    void close() {
        line.close();
    }
}
