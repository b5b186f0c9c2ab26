package org.perceus.boot.internal.dhcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.NeighborTable;

/**
 * The way to one client alone (RFC 2131 section 4.1), besides the broadcast, for a client that asks again: there are switches
 * that let no broadcast pass to it. Not for all, as firmware that cannot take it does not always say so by its flag, and the
 * kernel has to be told of each. Thread-safe.
 */
final class DirectReplies {
    private static final int MOST = 4096;

    private final NeighborTable neighbors;
    private final SparseLog log;
    private final Map<Transaction, Heard> transactions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Transaction, Heard> eldest) {
            return size() > MOST;
        }
    };

    private record Transaction(long mac, int xid) {}

    private record Heard(ClientMessage.Kind last, boolean nothing) {}

    DirectReplies(NeighborTable neighbors, SparseLog log) {
        this.neighbors = neighbors;
        this.log = log;
    }

    /** To be called for each reply: where it is to go, too. */
    Optional<InetSocketAddress> way(ClientMessage.Query query, Response.Reply reply) {
        Ipv4Address address = reply.message().yiaddr();
        InetSocketAddress everyone = Ipv4Address.EVERYONE.at(reply.to().getPort());
        boolean possible = reply.to().equals(everyone)
                && address.isHost()
                && query.message().hardwareType() == DhcpMessage.ETHERNET
                && (query.message().flags() & DhcpMessage.BROADCAST) == 0;
        return possible && asksAgain(query) && introduce(query, address)
                ? Optional.of(address.at(reply.to().getPort()))
                : Optional.empty();
    }

    /** Also true for what follows in a transaction in which something had to be asked twice. */
    private synchronized boolean asksAgain(ClientMessage.Query query) {
        Transaction transaction =
                new Transaction(query.client().mac().value(), query.message().xid());
        Heard before = transactions.get(transaction);
        boolean nothing = before != null && (before.nothing() || before.last().equals(query.kind()));
        transactions.put(transaction, new Heard(query.kind(), nothing));
        return nothing;
    }

    private boolean introduce(ClientMessage.Query query, Ipv4Address address) {
        try {
            return neighbors.introduce(address, query.client().mac());
        } catch (IOException e) {
            log.warn("a machine that asks again is answered by broadcasts alone, as " + e.getMessage(), address);
            return false;
        }
    }
}
