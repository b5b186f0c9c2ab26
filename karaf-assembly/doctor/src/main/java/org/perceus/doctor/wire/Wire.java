package org.perceus.doctor.wire;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

/** What can be heard on a device. Each call listens for some seconds; all need root. */
public interface Wire {
    /** As whom to ask for DHCP servers. */
    enum Client {
        /** Any machine. */
        MACHINE,
        /** The firmware of a BIOS that boots from the network. */
        FIRMWARE
    }

    /**
     * Asks for DHCP servers, and takes nothing of what they offer.
     *
     * @param clients each asks with a card of its own
     * @return what each was offered, each offer once
     * @throws PermissionNeededException when this account may not
     */
    Map<Client, List<DhcpOffer>> discover(String device, Set<Client> clients) throws IOException, InterruptedException;

    /**
     * Asks who has addresses (RFC 5227), in about a thousandth of a second each.
     *
     * @return the cards that answered, by address; the device itself is not heard
     * @throws PermissionNeededException when this account may not
     */
    Map<Ipv4, Set<Mac>> owners(String device, Collection<Ipv4> addresses) throws IOException, InterruptedException;

    /**
     * Listens for what switches say that take part in spanning tree (IEEE 802.1D).
     *
     * @return the cards of switches that were heard
     * @throws PermissionNeededException when this account may not
     */
    Set<Mac> spanningTree(String device) throws IOException, InterruptedException;
}
