package org.perceus.boot.internal.tftp;

import java.util.Optional;
import java.util.PriorityQueue;

/**
 * When transfers have to be looked at next. One whose deadline moved on, or that has ended, is found out when its turn comes,
 * so that a packet costs nothing here. Belongs to the server's thread.
 */
final class Deadlines {
    private final PriorityQueue<Due> queue = new PriorityQueue<>();

    private record Due(long at, Session session) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(at - other.at, 0);
        }
    }

    /** Has a transfer looked at by its deadline, unless that is so already. */
    void watch(Session session) {
        if (session.isWatchedUntil(session.deadline())) {
            return;
        }
        session.watch(session.deadline());
        queue.add(new Due(session.deadline(), session));
    }

    /** A transfer whose time has come. */
    Optional<Session> next(long now) {
        Due due = queue.peek();
        if (due == null || due.at() - now > 0) {
            return Optional.empty();
        }
        queue.remove();
        due.session().unwatch(due.at());
        return Optional.of(due.session());
    }
}
