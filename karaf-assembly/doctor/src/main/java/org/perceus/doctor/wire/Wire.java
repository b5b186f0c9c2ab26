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
        /** The firmware of a BIOS that boots from the network. */
        BIOS("PXEClient:Arch:00000:UNDI:002001", 0),
        /** UEFI firmware of 64 bits that boots by PXE. */
        UEFI("PXEClient:Arch:00007:UNDI:003016", 7),
        /** The same firmware, by HTTP. */
        UEFI_HTTP("HTTPClient:Arch:00016:UNDI:003001", 16),
        /** Any machine. */
        MACHINE("", 0);

        private final String vendorClass;
        private final int architecture;

        Client(String vendorClass, int architecture) {
            this.vendorClass = vendorClass;
            this.architecture = architecture;
        }

        /** What it says that it is (option 60 by RFC 4578 section 2.1 and UEFI 2.10 section 24.7.3); empty for nothing. */
        String vendorClass() {
            return vendorClass;
        }

        /** The same as a number (option 93, RFC 4578 section 2.1), for who says a class. */
        int architecture() {
            return architecture;
        }
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
