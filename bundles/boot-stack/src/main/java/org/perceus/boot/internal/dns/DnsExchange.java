package org.perceus.boot.internal.dns;

import java.util.Optional;
import java.util.function.Supplier;
import org.perceus.boot.NameDirectory;
import org.perceus.boot.SiteNames;
import org.perceus.boot.internal.dns.forward.Forwarder;
import org.perceus.boot.internal.dns.limit.Limit;
import org.perceus.boot.internal.dns.limit.LimitWatch;
import org.perceus.boot.internal.dns.limit.RefusalBudget;
import org.perceus.boot.internal.dns.message.Client;
import org.perceus.boot.internal.dns.message.Query;
import org.perceus.boot.internal.dns.message.QueryReader;
import org.perceus.boot.internal.dns.message.Received;
import org.perceus.boot.internal.dns.message.Replies;
import org.perceus.boot.internal.dns.zone.Resolution;
import org.perceus.boot.internal.dns.zone.Zones;
import org.perceus.boot.internal.net.Counters;
import org.xbill.DNS.Rcode;

/** Takes a message to whoever answers it. No sockets; used by one thread. */
final class DnsExchange {
    private final Zones zones;
    private final Supplier<Optional<NameDirectory>> directory;
    private final Forwarder forwarder;
    private final RefusalBudget refusals;
    private final LimitWatch limits;
    private final Counters.Scope counters;

    DnsExchange(
            Zones zones,
            Supplier<Optional<NameDirectory>> directory,
            Forwarder forwarder,
            RefusalBudget refusals,
            LimitWatch limits,
            Counters.Scope counters) {
        this.zones = zones;
        this.directory = directory;
        this.forwarder = forwarder;
        this.refusals = refusals;
        this.limits = limits;
        this.counters = counters;
    }

    /** One message. Must not block. */
    void received(byte[] message, Client client) {
        counters.count("queries");
        Received received = QueryReader.read(message);
        if (received instanceof Received.Asked asked) {
            asked(asked.query(), client);
        } else if (received instanceof Received.Wrong wrong) {
            counters.count(wrong.counter());
            refuse(client, wrong.answer());
        } else {
            counters.count("malformed");
        }
    }

    private void asked(Query query, Client client) {
        Optional<SiteNames> names = directory.get().map(NameDirectory::names);
        if (names.filter(site -> Zones.serves(site, client.address())).isEmpty()) {
            counters.count("strangers");
            refuse(client, Replies.error(query, Rcode.REFUSED, false));
            return;
        }
        Resolution resolution = zones.decide(query.question(), names.get());
        if (resolution instanceof Resolution.Authoritative own) {
            counters.count(own.answer().rcode() == Rcode.NXDOMAIN ? "unknown" : "answered");
            client.answer(Replies.own(query, own.answer(), forwarder.isAble(), query.room(client.stream())));
        } else if (resolution instanceof Resolution.Forward && query.recursionDesired() && forwarder.isAble()) {
            forwarder.ask(query, client).ifPresent(full -> refuse(client, Replies.error(query, Rcode.SERVFAIL, true)));
        } else {
            counters.count("refused");
            refuse(client, Replies.error(query, Rcode.REFUSED, forwarder.isAble()));
        }
    }

    private void refuse(Client client, byte[] answer) {
        if (refusals.take()) {
            client.answer(answer);
        } else {
            limits.reached(Limit.REFUSALS, client.address());
        }
    }
}
