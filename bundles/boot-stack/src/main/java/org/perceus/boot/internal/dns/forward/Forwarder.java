package org.perceus.boot.internal.dns.forward;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.perceus.boot.internal.dns.limit.Limit;
import org.perceus.boot.internal.dns.limit.LimitWatch;
import org.perceus.boot.internal.dns.message.Client;
import org.perceus.boot.internal.dns.message.Query;
import org.perceus.boot.internal.dns.message.Replies;
import org.perceus.boot.internal.net.Counters;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Asks resolvers what this server does not know, and hands their answers on. Used by one thread; keeps no answer. */
public final class Forwarder implements AutoCloseable {
    private static final int MOST_ASKED = 512;
    private static final int MOST_STRANGE = 10;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final int IDS = 1 << 16;
    private static final Set<Integer> UNABLE = Set.of(Rcode.SERVFAIL, Rcode.REFUSED, Rcode.NOTIMP);

    private final Resolvers resolvers;
    private final Line.Opener lines;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final Counters.Scope counters;
    private final LimitWatch limits;
    private final Map<Subject, Pending> asked = new HashMap<>();
    private final WaitingRoom room = new WaitingRoom();

    /**
     * Asks nobody yet.
     *
     * @param resolvers whom to ask
     * @param lines opens the ways to them
     * @param random gives numbers that nobody can guess
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    public Forwarder(
            List<Resolver> resolvers,
            Line.Opener lines,
            RandomGenerator random,
            LongSupplier nanoTime,
            Counters.Scope counters,
            LimitWatch limits) {
        this.resolvers = new Resolvers(resolvers);
        this.lines = lines;
        this.random = random;
        this.nanoTime = nanoTime;
        this.counters = counters;
        this.limits = limits;
    }

    /** Whether there is anybody to ask. */
    public boolean isAble() {
        return !resolvers.isEmpty();
    }

    /** Whether nothing waits. */
    public boolean isIdle() {
        return asked.isEmpty();
    }

    /**
     * Asks for a client, which gets its answer within four seconds; to be called only when there is anybody to ask.
     *
     * @return why not, when there is no room
     */
    public Optional<Limit> ask(Query query, Client client) {
        Subject subject = Subject.of(query, client.stream());
        Optional<Limit> full = full(subject, client);
        if (full.isPresent()) {
            limits.reached(full.get(), client.address());
            return full;
        }
        counters.count("forwarded");
        room.enter(client.address());
        Waiter waiter = new Waiter(query, client);
        Pending known = asked.get(subject);
        if (known != null) {
            known.waiters().add(waiter);
            return full;
        }
        Pending pending = new Pending(subject, query.question(), resolvers.attempts());
        pending.waiters().add(waiter);
        asked.put(subject, pending);
        send(pending);
        return full;
    }

    private Optional<Limit> full(Subject subject, Client client) {
        return room.full(client.address())
                .or(() -> asked.size() >= MOST_ASKED && !asked.containsKey(subject)
                        ? Optional.of(Limit.WAITING)
                        : Optional.empty());
    }

    /** A new number and a new port for every attempt. */
    private void send(Pending pending) {
        int id = random.nextInt(IDS);
        pending.asked(id, nanoTime.getAsLong() + PATIENCE);
        byte[] message = Exchange.query(id, pending.subject(), pending.question(), pending.isPlain());
        pending.over(lines.open(pending.resolver(), pending.subject().stream(), message, new Line.Ear() {
            @Override
            public void heard(byte[] octets) {
                Forwarder.this.heard(pending, octets);
            }

            @Override
            public void failed() {
                counters.count("resolver-unreachable");
                unanswered(pending, pending.hasOther());
            }
        }));
    }

    private void heard(Pending pending, byte[] octets) {
        Optional<Message> answer = Exchange.answer(octets, pending.id(), pending.question());
        if (answer.isEmpty()) {
            counters.count("strange-answers");
            if (pending.strange() >= MOST_STRANGE) {
                unanswered(pending, pending.hasNext());
            }
        } else if (answer.get().getRcode() == Rcode.FORMERR && answer.get().getOPT() == null && !pending.isPlain()) {
            // RFC 6891 section 7: so says one who does not know EDNS
            pending.plainly();
            send(pending);
        } else if (UNABLE.contains(answer.get().getRcode()) && pending.hasOther()) {
            unanswered(pending, true);
        } else {
            counters.count("resolved");
            end(pending, Optional.of(answer.get()));
        }
    }

    private void unanswered(Pending pending, boolean again) {
        resolvers.silent(pending.resolver());
        if (again) {
            pending.next();
            send(pending);
        } else {
            counters.count("unresolved");
            end(pending, Optional.empty());
        }
    }

    private void end(Pending pending, Optional<Message> answer) {
        pending.close();
        asked.remove(pending.subject());
        for (Waiter waiter : pending.waiters()) {
            room.leave(waiter.client().address());
            Query query = waiter.query();
            waiter.client()
                    .answer(answer.map(
                                    message -> Replies.relayed(query, message, query.room(pending.subject().stream())))
                            .orElseGet(() -> Replies.error(query, Rcode.SERVFAIL, true)));
        }
    }

    /** Gives up on those who did not answer in time. To be called again and again. */
    public void tick() {
        long now = nanoTime.getAsLong();
        List<Pending> late =
                asked.values().stream().filter(pending -> pending.isLate(now)).toList();
        for (Pending pending : late) {
            counters.count("resolver-timeouts");
            unanswered(pending, pending.hasNext());
        }
    }

    @Override
    public void close() {
        asked.values().forEach(Pending::close);
        asked.clear();
    }
}
