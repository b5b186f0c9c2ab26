package org.perceus.doctor.check.host;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.Test;

/** Asks a server on the loopback device whose clock is an hour ahead. */
public class NtpServersTest {
    private static final long SINCE_1900 = 2_208_988_800L;
    private static final int AHEAD = 3600;

    @Test
    public void saysHowFarTheClockIsOff() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread answers = new Thread(() -> answer(server));
            answers.setDaemon(true);
            answers.start();
            Duration offset = new NtpServers(server.getLocalPort()).offset("127.0.0.1");
            assertTrue(offset.toString(), Math.abs(offset.toSeconds() - AHEAD) < AHEAD / 10);
        }
    }

    private static void answer(DatagramSocket server) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[48], 48);
            server.receive(packet);
            ByteBuffer answer = ByteBuffer.wrap(packet.getData());
            long asked = answer.getLong(40);
            int now = (int) (System.currentTimeMillis() / 1000 + SINCE_1900 + AHEAD);
            answer.put(0, (byte) 0x24).put(1, (byte) 2).putLong(24, asked);
            answer.putInt(16, now).putInt(32, now).putInt(40, now);
            server.send(packet);
        } catch (IOException e) {
            // the test has ended
            return;
        }
    }
}
