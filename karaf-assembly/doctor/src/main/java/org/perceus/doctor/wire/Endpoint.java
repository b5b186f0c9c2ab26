package org.perceus.doctor.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An address with a port, as the kernel reads it (struct sockaddr_in, ip(7)). */
final class Endpoint {
    private static final int SIZE = 16;

    private Endpoint() {}

    /** @param address 0 for all of this server's, -1 for everybody on the wire */
    static byte[] of(int address, int port) {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.nativeOrder())
                .putShort((short) LibC.AF_INET)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) port)
                .putInt(address)
                .array();
    }
}
