package org.perceus.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;

/**
 * Addresses that are lent to machines which are no nodes. They live in memory, and end; at most as many as the pool of a
 * network has room for, and so many in a second. Thread-safe; calls do not block.
 */
@ProviderType
public interface StrangerLeases {
    /** How sure it is that a machine uses its address. */
    enum Stage {
        /** It was offered, and may be offered to another. */
        OFFERED,
        /** A packet in the name of the machine asked for it; without more it holds for two minutes when others want it. */
        REQUESTED,
        /** Somebody was heard of at that address by TCP, so it is there. */
        HEARD_OF
    }

    /**
     * A lease.
     *
     * @param mac of the machine
     * @param address that it was lent
     * @param stage how sure it is
     * @param until when it ends
     */
    record Lease(MacAddress mac, Ipv4Address address, Stage stage, Instant until) {}

    /** What came of asking for an address. */
    sealed interface Result {
        /** The machine has it. */
        record Lent(Lease lease) implements Result {}

        /** It has none. */
        record Refused(String reason, String remedy) implements Result {}
    }

    /**
     * Lends a machine an address of the pool of the network that it asks on: the one that it has, else the one that it
     * wants, if that is free, else another.
     *
     * @param link an address of the network that the machine is on
     * @param wanted the address that it asks for
     * @param stage {@link Stage#OFFERED} when it looks for servers, {@link Stage#REQUESTED} when it takes an offer
     */
    Result lend(MacAddress mac, Ipv4Address link, Optional<Ipv4Address> wanted, Stage stage);

    /**
     * Another DHCP server gave a machine an address of a network without a pool, and somebody was heard of there by TCP who is
     * that machine. The address is taken as lent; when too many are known, the one that was heard of longest ago is forgotten.
     *
     * @return refused when the network of the address has a pool, or the address is one that no node can have
     */
    Result given(MacAddress mac, Ipv4Address address);

    /**
     * Whether the pool of a network has an address for one more machine which no other machine was offered or has.
     *
     * @param link an address of the network
     */
    boolean hasRoom(Ipv4Address link);

    /** The lease of a machine, which may be over as long as nobody else was lent its address. */
    Optional<Lease> find(MacAddress mac);

    /** Whether a machine has a lease that is not over. */
    boolean isHeld(MacAddress mac);

    /** Somebody at the address of a machine was heard of by TCP. */
    void heardOf(MacAddress mac, Ipv4Address address);

    /**
     * A packet in the name of a machine gives its address back: others may have it, and as long as none does the machine
     * gets the same. It holds all the same where somebody was heard of at it, as anybody can send such a packet.
     */
    void release(MacAddress mac);

    /** A machine does not want its address, or became a node. */
    void end(MacAddress mac);

    /** Somebody who has no lease uses an address, which is not lent for a while. */
    void setAside(Ipv4Address address);

    /** All that are not over. */
    List<Lease> leases();
}
