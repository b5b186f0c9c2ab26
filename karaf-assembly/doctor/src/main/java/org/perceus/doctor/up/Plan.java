package org.perceus.doctor.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.program.RefusedException;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.wire.DhcpOffer;

/**
 * What is to be written, and why. Immutable.
 *
 * @param reasons sentences
 * @param network the lines of the network's file
 * @param served the lines of the device's file
 */
record Plan(List<String> reasons, List<String> network, List<String> served) {
    static Plan of(Wish wish, Ground ground, Neighbours heard) throws RefusedException {
        if (heard.own().isPresent()) {
            throw new RefusedException("a DHCP server of this machine itself answers on " + ground.device()
                    + ", and two cannot have its port 67: ss -lnup 'sport = :67' names it");
        }
        DhcpMode mode = wish.mode().orElse(heard.server().isPresent() ? DhcpMode.PROXY : DhcpMode.FULL);
        if (mode == DhcpMode.PROXY && wish.pool().isPresent()) {
            throw new RefusedException("--pool is for a network where this server gives the addresses, and "
                    + named(heard.server().orElseThrow()) + " does on " + ground.device()
                    + ": leave --pool out, or switch that server off");
        }
        Optional<AddressRange> pool =
                mode == DhcpMode.FULL ? Optional.of(new SubnetPool(ground).take(wish.pool())) : Optional.empty();
        List<String> network = new ArrayList<>();
        network.add("name = " + networkName(ground.device()));
        network.add("subnet = " + ground.prefix());
        pool.ifPresent(range -> network.add("pool = " + range));
        ground.router().ifPresent(router -> network.add("router = " + router));
        return new Plan(
                reasons(mode, ground, heard), network, List.of("device = " + ground.device(), "dhcp = " + mode));
    }

    private static List<String> reasons(DhcpMode mode, Ground ground, Neighbours heard) {
        List<String> reasons = new ArrayList<>();
        String heardThere = heard.server()
                .map(server -> named(server) + " gives addresses on " + ground.device())
                .orElse("no DHCP server gives addresses on " + ground.device());
        boolean another = heard.server().isPresent();
        if (mode == DhcpMode.PROXY) {
            reasons.add(heardThere
                    + (another
                            ? " and goes on to: Perceus says what to boot, and gives none"
                            : " yet: with dhcp = proxy nodes wait until one does"));
        } else {
            reasons.add(heardThere
                    + (another
                            ? ", and so would Perceus: nodes boot from whichever answers first, so switch that one off"
                            : ": Perceus gives them, and says what to boot"));
        }
        heard.booting()
                .map(offer -> named(offer) + " says what to boot too"
                        + (offer.file().isEmpty() ? "" : ", " + offer.file())
                        + ": take next server and boot program out of its configuration")
                .ifPresent(reasons::add);
        return reasons;
    }

    private static String named(DhcpOffer offer) {
        return "the DHCP server " + offer.server() + " (card " + offer.card() + ")";
    }

    /** As names of networks may be written. */
    private static String networkName(String device) {
        return device.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
