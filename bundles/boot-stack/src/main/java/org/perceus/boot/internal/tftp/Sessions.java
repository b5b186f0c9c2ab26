package org.perceus.boot.internal.tftp;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.perceus.boot.internal.net.Counters;

/** The transfers under way. Belongs to the server's thread. */
final class Sessions {
    private static final int MOST = 512;
    private static final int MOST_OF_ONE_PEER = 8;

    private final Counters.Scope counters;
    private final Set<Session> all = new HashSet<>();
    private final Map<InetSocketAddress, Session> latest = new HashMap<>();

    Sessions(Counters.Scope counters) {
        this.counters = counters;
    }

    /**
     * Whether this request was heard already: it began a transfer of which the client has seen nothing yet. A client
     * that has, began anew; its earlier transfer ends by its own error packet or by time.
     */
    boolean hasBegun(TftpPacket.ReadRequest request, InetSocketAddress peer) {
        Session session = latest.get(peer);
        return session != null && session.awaitsFirstAnswer(request);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether one more would be too many, by the machine's measure or by the peer's. */
    boolean full(InetSocketAddress peer) {
        return all.size() >= MOST
                || all.stream()
                                .filter(session -> session.peer().getAddress().equals(peer.getAddress()))
                                .count()
                        >= MOST_OF_ONE_PEER;
    }

    void add(Session session) {
        all.add(session);
        latest.put(session.peer(), session);
    }

    /** Lets time pass for all. */
    void tick(long now) {
        for (Session session : List.copyOf(all)) {
            session.tick(now);
            removeWhenOver(session);
        }
    }

    void removeWhenOver(Session session) {
        switch (session.state()) {
            case RUNNING -> {}
            case COMPLETED -> remove(session, "completed");
            case ABORTED -> remove(session, "aborted");
            case TIMED_OUT -> remove(session, "timed-out");
        }
    }

    void remove(Session session, String counter) {
        if (all.remove(session)) {
            latest.remove(session.peer(), session);
            counters.count(counter);
            session.close();
        }
    }

    void closeAll() {
        List.copyOf(all).forEach(session -> remove(session, "aborted"));
    }
}
