package org.perceus.doctor.up;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.doctor.wire.DhcpOffer;
import org.perceus.doctor.wire.Wire.Client;

/**
 * The DHCP servers that were heard on a device. Immutable.
 *
 * @param offers what firmware was offered comes first
 */
record Neighbours(List<DhcpOffer> offers) {
    static Neighbours of(Map<Client, List<DhcpOffer>> heard) {
        return new Neighbours(Arrays.stream(Client.values())
                .map(client -> heard.getOrDefault(client, List.of()))
                .flatMap(Collection::stream)
                .toList());
    }

    /** The one that gives addresses. */
    Optional<DhcpOffer> server() {
        return offers.stream().filter(offer -> !offer.isProxy()).findFirst();
    }

    /** One that says what to boot. */
    Optional<DhcpOffer> booting() {
        return offers.stream().filter(DhcpOffer::boots).findFirst();
    }

    /** One on this machine, which has the port. */
    Optional<DhcpOffer> own() {
        return offers.stream().filter(DhcpOffer::own).findFirst();
    }
}
