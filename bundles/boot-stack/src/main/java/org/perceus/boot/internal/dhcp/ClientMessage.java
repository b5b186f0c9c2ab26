package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootClient;
import org.perceus.boot.HardwareAddress;

/** What a message from a client amounts to. */
sealed interface ClientMessage {
    /**
     * The policy must be asked.
     *
     * @param kind what the client does
     * @param message what it sent
     * @param client who it is
     */
    record Query(Kind kind, DhcpMessage message, BootClient client) implements ClientMessage {
        /** Tells this request from others in flight: its repetition has the same. */
        Id id() {
            return new Id(client.mac().value(), message.xid(), kind);
        }
    }

    /**
     * The policy is told, and nothing is answered.
     *
     * @param kind what the client says of the address
     * @param mac in whose name it is said
     * @param address which one it says it of
     */
    record Notification(Notice kind, HardwareAddress mac, Ipv4Address address) implements ClientMessage {}

    /** What a client says of an address. */
    enum Notice {
        /** Another machine uses it. */
        DECLINED("declines"),
        /** It is not needed any more. */
        RELEASED("releases"),
        /** It has it from another server. */
        TAKEN("taken-elsewhere");

        private final String counter;

        Notice(String counter) {
            this.counter = counter;
        }

        String counter() {
            return counter;
        }
    }

    /** Nothing is to be answered, and the counter that says why. */
    record Ignored(String counter) implements ClientMessage {}

    /** A client's attempt, as repetitions share it. */
    record Id(long mac, int xid, Kind kind) {}

    /** What the client does. The three requests are told apart by RFC 2131 section 4.3.2. */
    sealed interface Kind {
        /** It looks for servers. */
        record Discover() implements Kind {}

        /** It took our offer, remembers an address from before, or prolongs its lease. */
        record Request(Ipv4Address address) implements Kind {}

        /** It has an address and wants the rest. */
        record Inform() implements Kind {}

        /**
         * It has an address, and asks a boot server what to load (PXE 2.1 section 2.2.5).
         *
         * @param from where it asks from, and is answered
         */
        record Program(InetSocketAddress from) implements Kind {}

        /** It speaks BOOTP (RFC 951), which knows no leases: the answer is one of DHCP without what DHCP added (RFC 1534). */
        record Bootp() implements Kind {}
    }
}
