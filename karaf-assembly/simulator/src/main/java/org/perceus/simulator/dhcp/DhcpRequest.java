package org.perceus.simulator.dhcp;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a machine without an address sends (RFC 2131 section 4.4). Immutable.
 *
 * @param transaction the same in all packets of one exchange
 * @param seconds since the exchange began
 * @param offer the offer that is accepted; empty to discover
 * @param relay the relay through which it seems to come
 */
record DhcpRequest(
        Persona persona,
        Mac mac,
        int transaction,
        int seconds,
        Optional<DhcpReply> offer,
        Optional<Inet4Address> relay) {
    private static final int BROADCAST = 0x8000;
    private static final int OPTIONS = 236;
    private static final int MAGIC = 0x63825363;
    private static final int LEAST = 300;
    private static final int DISCOVER = 1;
    private static final int REQUEST = 3;

    void write(ByteBuffer packet) {
        packet.clear();
        packet.put((byte) 1).put((byte) 1).put((byte) 6).put((byte) (relay.isPresent() ? 1 : 0));
        packet.putInt(transaction).putShort((short) seconds).putShort((short) BROADCAST);
        packet.putLong(0).putInt(0);
        packet.put(relay.map(Inet4Address::getAddress).orElse(new byte[4]));
        packet.put(mac.octets());
        while (packet.position() < OPTIONS) {
            packet.put((byte) 0);
        }
        packet.putInt(MAGIC);
        writeOptions(new OptionWriter(packet));
        packet.put((byte) 255);
        while (packet.position() < LEAST) {
            packet.put((byte) 0);
        }
        packet.flip();
    }

    private void writeOptions(OptionWriter options) {
        options.put(53, offer.isPresent() ? REQUEST : DISCOVER)
                .put(57, 1472 >> 8, 1472 & 0xff)
                .put(55, 1, 3, 6, 12, 15, 28, 43, 54, 60, 66, 67)
                .put(97, mac.machineId());
        persona.write(options);
        offer.ifPresent(accepted -> options.put(50, accepted.address().getAddress())
                .put(54, accepted.server().getAddress()));
    }
}
