package org.perceus.boot.internal.tftp;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class LateRepeatsTest {
    private static final InetSocketAddress PEER = new InetSocketAddress("127.0.0.2", 2070);

    private final LateRepeats repeats = new LateRepeats();

    @Test
    public void theSameOfTheSameClientIsOneForThreeSeconds() {
        repeats.begins(request("a"), PEER, 0);
        assertTrue(repeats.isOne(request("a"), PEER, TimeUnit.SECONDS.toNanos(2)));
        assertFalse(repeats.isOne(request("b"), PEER, TimeUnit.SECONDS.toNanos(2)));
        assertFalse(repeats.isOne(request("a"), new InetSocketAddress("127.0.0.2", 2071), 1));
        assertFalse(repeats.isOne(request("a"), PEER, TimeUnit.SECONDS.toNanos(3)));
    }

    @Test
    public void whoWasCutOffMayAskAtOnce() {
        repeats.begins(request("a"), PEER, 0);
        repeats.failed(PEER);
        assertFalse(repeats.isOne(request("a"), PEER, 1));
    }

    @Test
    public void remembersABoundedNumber() {
        repeats.begins(request("a"), PEER, 0);
        for (int i = 0; i < 32_768; i++) {
            repeats.begins(request("a"), new InetSocketAddress("127.0." + (i >> 8) + "." + (i & 255), 1024), 0);
        }
        assertFalse(repeats.isOne(request("a"), PEER, 1));
    }

    private static TftpPacket.ReadRequest request(String name) {
        byte[] bytes = ("\0\1" + name + "\0octet\0").getBytes(StandardCharsets.ISO_8859_1);
        return (TftpPacket.ReadRequest) TftpParser.parse(ByteBuffer.wrap(bytes));
    }
}
