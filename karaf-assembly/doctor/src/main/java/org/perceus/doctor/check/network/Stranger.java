package org.perceus.doctor.check.network;

import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.wire.DhcpOffer;

/**
 * A DHCP server that is not ours.
 *
 * @param device where it was heard
 * @param mode what it is expected to do there
 * @param ours the boot server's address
 * @param network the nodes' network there
 */
record Stranger(DhcpOffer offer, String device, DhcpMode mode, Optional<Ipv4> ours, Optional<NodeNetwork> network) {
    Finding finding() {
        return switch (mode) {
            case FULL -> rival();
            case PROXY -> offer.isProxy() ? rival() : beside();
            case EXTERNAL -> leading();
        };
    }

    /** Whether it sends nodes to the boot server. */
    boolean leadsHere() {
        return Optional.of(offer.next()).equals(ours)
                || offer.file().contains("://" + ours.map(Ipv4::toString).orElse(""));
    }

    private Finding rival() {
        return Finding.problem(what("another") + pool()
                        + ": nodes boot from whichever answers first, so switch it off on this wire")
                .with(look());
    }

    private Finding beside() {
        return offer.boots()
                ? Finding.warning(what("the")
                                + ", and with dhcp = proxy it must not say what to boot, as a machine that hears two programs"
                                + " takes either: take next server and boot program out of its configuration")
                        .with(look())
                : Finding.ok(what("the") + ", as dhcp = proxy leaves addresses to it");
    }

    private Finding leading() {
        return leadsHere()
                ? Finding.ok(what("the") + ", as dhcp = external leaves it to")
                : Finding.warning(what("the") + ", which does not lead nodes to this server: have it name "
                                + ours.map(Ipv4::toString).orElse("this server")
                                + " as next server, by the lines for it")
                        .with("perceus dhcp config kea|dhcpd|dnsmasq");
    }

    private String what(String article) {
        return article + (offer.isProxy() ? " proxy DHCP server, " : " DHCP server, ") + offer.server() + " (card "
                + offer.card() + "), answers on " + device + " and offers " + offered();
    }

    private String offered() {
        String address = offer.isProxy() ? "no address" : offer.address().toString();
        String file = offer.file().isEmpty() ? ", no boot program" : ", the boot program " + offer.file();
        return address + (offer.next().equals(Ipv4.NONE) ? "" : ", next server " + offer.next()) + file;
    }

    private String pool() {
        return network.filter(one -> one.pool()
                        .filter(pool -> pool.contains(offer.address()))
                        .isPresent())
                .map(one -> ", an address of the pool of network " + one.name() + " that two machines may get")
                .orElse("");
    }

    /** Shows every packet of it, with the card that sends it. */
    private String look() {
        return "tcpdump -nei " + device + " ether host " + offer.card() + " and udp port 67";
    }
}
