package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;

/**
 * A DHCP message (RFC 2131 section 2) whose options were gathered from wherever they stood. Immutable.
 *
 * @param op 1 from a client, 2 from a server
 * @param hardwareType 1 for Ethernet, 32 for InfiniBand
 * @param hardwareAddress chaddr, at most 16 octets
 * @param flags the highest bit asks for a broadcast reply
 * @param serverName sname, empty when it carried options
 * @param file the boot file, empty when it carried options
 */
record DhcpMessage(
        int op,
        int hardwareType,
        Octets hardwareAddress,
        int hops,
        int xid,
        int secs,
        int flags,
        Ipv4Address ciaddr,
        Ipv4Address yiaddr,
        Ipv4Address siaddr,
        Ipv4Address giaddr,
        String serverName,
        String file,
        DhcpOptions options) {
    static final int REQUEST = 1;
    static final int REPLY = 2;
    static final int ETHERNET = 1;
    static final int IEEE_802 = 6;
    static final int INFINIBAND = 32;
    static final int BROADCAST = 0x8000;

    private static final int FILE_ROOM = 127;

    /** Of an address that several machines have. */
    private static final long GROUP = 1L << 40;

    /** A reply to this message, with nothing to boot (RFC 2131 table 3). */
    DhcpMessage reply(Ipv4Address client, Ipv4Address yours, DhcpOptions replied) {
        return new DhcpMessage(
                REPLY,
                hardwareType,
                hardwareAddress,
                0,
                xid,
                0,
                flags,
                client,
                yours,
                Ipv4Address.NONE,
                giaddr,
                "",
                "",
                replied);
    }

    /** The same with a server to boot from, and the name of a file where it has room for it. */
    DhcpMessage booting(Ipv4Address next, Optional<String> program) {
        return with(
                flags, next, program.filter(name -> name.length() <= FILE_ROOM).orElse(""));
    }

    /** The same, to be broadcast by who relays it. */
    DhcpMessage broadcast() {
        return with(flags | BROADCAST, siaddr, file);
    }

    private DhcpMessage with(int otherFlags, Ipv4Address next, String program) {
        return new DhcpMessage(
                op,
                hardwareType,
                hardwareAddress,
                hops,
                xid,
                secs,
                otherFlags,
                ciaddr,
                yiaddr,
                next,
                giaddr,
                serverName,
                program,
                options);
    }

    boolean relayed() {
        return !giaddr.isNone();
    }

    /**
     * The client's address on Ethernet, or what is bridged to it, when it has one that a machine can have. On InfiniBand, where
     * an address does not fit in (RFC 4390 section 2.1), that which its firmware makes of the GUID of its port.
     */
    Optional<HardwareAddress> mac() {
        Optional<HardwareAddress> said = hardwareType == INFINIBAND
                ? options.get(OptionCode.CLIENT_ID).flatMap(InfinibandPort::of)
                : ofEthernet();
        return said.filter(mac -> mac.value() != 0 && (mac.value() & GROUP) == 0);
    }

    private Optional<HardwareAddress> ofEthernet() {
        boolean fits = (hardwareType == ETHERNET || hardwareType == IEEE_802) && hardwareAddress.length() == 6;
        return fits ? Optional.of(HardwareAddress.of(hardwareAddress.toArray())) : Optional.empty();
    }
}
