package org.perceus.doctor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.perceus.doctor.address.Mac;

/** The question for servers of a machine without an address (RFC 2131 section 4.4.1). Immutable. */
record DhcpDiscover(Mac mac, int transaction, Wire.Client client) {
    private static final int ROOM = 600;
    private static final int LEAST = 300;
    private static final int HARDWARE = 28;
    private static final int COOKIE = 236;
    private static final short BROADCAST = (short) 0x8000;

    byte[] message() {
        ByteBuffer message = ByteBuffer.allocate(ROOM);
        message.put((byte) 1).put((byte) 1).put((byte) 6).put((byte) 0);
        message.putInt(transaction).putShort((short) 0).putShort(BROADCAST);
        message.put(HARDWARE, mac.octets());
        message.position(COOKIE);
        message.putInt(DhcpOffer.MAGIC);
        option(message, 53, 1);
        option(message, 57, 1472 >> 8, 1472 & 0xff);
        option(message, 55, 1, 3, 6, 15, 43, 54, 60, 66, 67);
        if (client != Wire.Client.MACHINE) {
            byte[] vendorClass = client.vendorClass().getBytes(StandardCharsets.US_ASCII);
            message.put((byte) 60).put((byte) vendorClass.length).put(vendorClass);
            option(message, 93, 0, client.architecture());
            option(message, 94, 1, client == Wire.Client.BIOS ? 2 : 3, 1);
            message.put((byte) 97).put((byte) 17).put(new byte[11]).put(mac.octets());
        }
        message.put((byte) 255);
        byte[] octets = new byte[Math.max(LEAST, message.position())];
        message.get(0, octets);
        return octets;
    }

    private static void option(ByteBuffer message, int code, int... octets) {
        message.put((byte) code).put((byte) octets.length);
        for (int octet : octets) {
            message.put((byte) octet);
        }
    }
}
