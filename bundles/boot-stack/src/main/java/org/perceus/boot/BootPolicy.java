package org.perceus.boot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;
import org.perceus.address.Ipv4Address;

/** Decides what DHCP clients get. Without one, no request is answered. */
@ConsumerType
public interface BootPolicy {
    /**
     * Decides about one client. A client that was offered an address is asked about again when it requests the offer,
     * and must get the same answer unless something changed: a request for another address than the answer's is refused
     * with a NAK (RFC 2131 section 4.3.2).
     *
     * <p>Called on the threads that receive packets, so it must not block; what takes time completes the stage later.
     *
     * @return the answer; a stage that fails, or takes longer than two seconds, leaves the client without one
     */
    CompletionStage<BootAnswer> answer(BootClient client);

    /**
     * Whether a machine is one of the site's own. These are answered first, and the others by what is left of the time. Called
     * for each packet on a thread that receives, so it must be quick.
     */
    default boolean knows(HardwareAddress mac) {
        return true;
    }

    /**
     * Which network a machine belongs to that asks where this server has addresses of several networks. Called for each packet
     * on a thread that receives, so it must be quick; a question that follows has the answer as its {@link BootClient#link}.
     *
     * @param held the address that the machine says it has, if it does
     * @param links this server's addresses there, two or more
     * @return the one of the links that is in the machine's network
     */
    default Ipv4Address link(HardwareAddress mac, Optional<Ipv4Address> held, List<Ipv4Address> links) {
        return links.get(0);
    }

    /**
     * Somebody says in a client's name that another machine uses the address that the client was given (RFC 2131 section
     * 4.3.3). Anybody can say so. Called on a thread that receives packets, so it must not block.
     */
    default void declined(HardwareAddress mac, Ipv4Address address) {}

    /**
     * Somebody says in a client's name, through a relay, that it takes an address that another server offered it (RFC 2131
     * section 4.3.2). Anybody can say so. Called on a thread that receives packets, so it must not block.
     */
    default void taken(HardwareAddress mac, Ipv4Address address) {}

    /**
     * Somebody gives back an address in a client's name (RFC 2131 section 4.3.4). Anybody can. Called on a thread that
     * receives packets, so it must not block.
     */
    default void released(HardwareAddress mac, Ipv4Address address) {}

    /**
     * A relay that is not known passed on what a machine says, which is not answered. Anybody can send that. Called on a thread that
     * receives packets, so it must not block.
     *
     * @param relay the address that it came from
     */
    default void strangeRelay(Ipv4Address relay) {}
}
