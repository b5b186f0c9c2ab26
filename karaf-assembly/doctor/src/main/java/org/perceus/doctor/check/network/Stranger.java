package org.perceus.doctor.check.network;

import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.wire.DhcpOffer;

/**
 * A DHCP server that is not ours.
 *
 * @param segment where it was heard
 */
record Stranger(DhcpOffer offer, Segment segment) {
    Finding finding() {
        boolean wanted = segment.configured() && !segment.served().dhcp();
        String what = (wanted ? "the" : "another") + (offer.isProxy() ? " proxy DHCP server, " : " DHCP server, ")
                + offer.server() + " (card " + offer.card() + "), answers on " + segment.device() + " and offers "
                + offered();
        if (wanted) {
            return pointsHere()
                    ? Finding.ok(what + ", as dhcp = false leaves it to")
                    : Finding.warning(what + ", which does not lead nodes to this server: have it name "
                                    + segment.address().map(Ipv4::toString).orElse("this server") + " as next server")
                            .with(look());
        }
        return Finding.problem(
                        what + pool() + ": nodes boot from whichever answers first, so switch it off on this wire")
                .with(look());
    }

    private String offered() {
        String address = offer.isProxy() ? "no address" : offer.address().toString();
        String file = offer.file().isEmpty() ? ", no boot program" : ", the boot program " + offer.file();
        return address + (offer.next().equals(Ipv4.NONE) ? "" : ", next server " + offer.next()) + file;
    }

    private String pool() {
        return segment.network()
                .filter(network -> network.pool().contains(offer.address()))
                .map(network -> ", an address of the pool of network " + network.name() + " that two machines may get")
                .orElse("");
    }

    private boolean pointsHere() {
        return Optional.of(offer.next()).equals(segment.address())
                || offer.file().contains("://");
    }

    /** Shows every packet of it, with the card that sends it. */
    private String look() {
        return "tcpdump -nei " + segment.device() + " ether host " + offer.card() + " and udp port 67";
    }
}
