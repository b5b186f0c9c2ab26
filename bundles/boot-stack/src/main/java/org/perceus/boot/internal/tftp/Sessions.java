package org.perceus.boot.internal.tftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.perceus.boot.internal.limit.FairShare;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;

/**
 * The transfers under way. Those whose client has answered have their places apart from those that anybody may have asked
 * for in its name; in both, who has most gives way. Belongs to the server's thread.
 */
final class Sessions {
    /** All machines of a large site; a place costs less than a KiB. */
    private static final int MOST = 32_768;

    private static final String COMPLETED = "completed";

    /** Many machines may have one address: behind NAT, or by a relay. */
    private static final int MOST_OF_ONE_ADDRESS = 128;

    /**
     * An answer may still be on its way, or lie here unread. Who has seen the first packet of a transfer never asks for it
     * again, so where there is a crowd it is newcomers who have to repeat themselves.
     */
    private static final long YOUNG = TimeUnit.SECONDS.toNanos(4);

    private final Counters.Scope counters;
    private final SparseLog log;
    private final FairShare<Session> unproven = new FairShare<>();
    private final FairShare<Session> proven = new FairShare<>();
    private final Map<InetSocketAddress, Session> latest = new HashMap<>();
    private final Deadlines deadlines = new Deadlines();
    private final LateRepeats repeats = new LateRepeats();

    Sessions(Counters.Scope counters, SparseLog log) {
        this.counters = counters;
        this.log = log;
    }

    /**
     * The transfer that this request began already, if the client has seen nothing of it yet. A client that has, began
     * anew; its earlier transfer ends by its own error packet or by time.
     */
    Optional<Session> begunBy(TftpPacket.ReadRequest request, InetSocketAddress peer) {
        return Optional.ofNullable(latest.get(peer)).filter(session -> session.awaitsFirstAnswer(request));
    }

    /** Whether a request is a repeat that comes too late for anybody to want an answer. */
    boolean isLateRepeat(TftpPacket.ReadRequest request, InetSocketAddress peer, long now) {
        return repeats.isOne(request, peer, now);
    }

    boolean isEmpty() {
        return unproven.total() + proven.total() == 0;
    }

    /** Sees to it that there is a place for one more. */
    boolean makeRoom(InetAddress address, long now) {
        if (unproven.of(address) + proven.of(address) >= MOST_OF_ONE_ADDRESS && !evictOld(address, now)) {
            log.warn(
                    "an address has too many TFTP transfers, so its further requests wait until some have ended",
                    address.getHostAddress());
            return false;
        }
        boolean room = proven.total() < MOST
                || proven.largestFirst().findFirst().orElseThrow().size() > proven.of(address) + 1;
        if (!room || unproven.total() >= MOST && !evictUnproven(address, now)) {
            log.warn("there are too many TFTP transfers, so further requests wait until some have ended", MOST);
            return false;
        }
        return true;
    }

    private boolean evictOld(InetAddress address, long now) {
        Optional<Session> old =
                unproven.holders(address).stream().findFirst().filter(session -> now - session.progressedAt() > YOUNG);
        old.ifPresent(this::evict);
        return old.isPresent();
    }

    private boolean evictUnproven(InetAddress newcomer, long now) {
        FairShare.Share<Session> largest = unproven.largestFirst().findFirst().orElseThrow();
        Session oldest = largest.holders().iterator().next();
        boolean evicted = largest.size() > unproven.of(newcomer) + 1 || now - oldest.progressedAt() > YOUNG;
        if (evicted) {
            evict(oldest);
        }
        return evicted;
    }

    private void evict(Session session) {
        log.warn(
                "there are too many TFTP transfers, so those of who has most are ended for others",
                session.peer().getAddress().getHostAddress());
        remove(session, "ended-for-others");
    }

    void add(Session session, long now) {
        repeats.begins(session.request(), session.peer(), now);
        unproven.give(session.peer().getAddress(), session, 1);
        latest.put(session.peer(), session);
    }

    /** Lets time pass for those whose time has come. */
    void tick(long now) {
        for (Optional<Session> due = deadlines.next(now); due.isPresent(); due = deadlines.next(now)) {
            if (isHere(due.get())) {
                due.get().tick(now);
                review(due.get());
            }
        }
    }

    private boolean isHere(Session session) {
        InetAddress address = session.peer().getAddress();
        return unproven.holders(address).contains(session)
                || proven.holders(address).contains(session);
    }

    private Stream<Session> all() {
        return Stream.concat(unproven.all(), proven.all());
    }

    /** Looks what has become of a transfer. */
    void review(Session session) {
        switch (session.state()) {
            case RUNNING -> {
                promote(session);
                deadlines.watch(session);
            }
            case COMPLETED -> remove(session, COMPLETED);
            case ABORTED -> remove(session, "aborted");
            case TIMED_OUT -> remove(session, "timed-out");
        }
    }

    private void promote(Session session) {
        InetAddress address = session.peer().getAddress();
        if (session.isProven() && unproven.takeBack(address, session) > 0) {
            proven.give(address, session, 1);
            if (proven.total() > MOST) {
                evictProven(address);
            }
        }
    }

    /** Of who has most, the one that came no further for the longest time. */
    private void evictProven(InetAddress newcomer) {
        FairShare.Share<Session> largest = proven.largestFirst().findFirst().orElseThrow();
        if (largest.size() > proven.of(newcomer)) {
            largest.holders().stream()
                    .min(Comparator.comparingLong(Session::progressedAt))
                    .ifPresent(this::evict);
        }
    }

    void remove(Session session, String counter) {
        InetAddress address = session.peer().getAddress();
        if (unproven.takeBack(address, session) + proven.takeBack(address, session) > 0) {
            latest.remove(session.peer(), session);
            counters.count(counter);
            session.close();
            if (!counter.equals(COMPLETED)) {
                repeats.failed(session.peer());
            }
        }
    }

    void closeAll() {
        all().toList().forEach(session -> remove(session, "aborted"));
    }
}
