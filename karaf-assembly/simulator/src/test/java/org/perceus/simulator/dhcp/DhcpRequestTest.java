package org.perceus.simulator.dhcp;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class DhcpRequestTest {
    private static final Mac MAC = new Mac(0x025000000001L);

    @Test
    public void firmwareDiscovers() {
        ByteBuffer packet =
                packet(new DhcpRequest(Persona.UEFI, MAC, 0x01020304, 3, Optional.empty(), Optional.empty()));
        assertEquals(0x01020304, packet.getInt(4));
        assertEquals(3, packet.getShort(8));
        assertEquals("the answer has to come by broadcast", (short) 0x8000, packet.getShort(10));
        byte[] mac = new byte[6];
        packet.get(28, mac);
        assertArrayEquals(MAC.octets(), mac);
        Map<Integer, byte[]> options = options(packet);
        assertArrayEquals(new byte[] {1}, options.get(53));
        assertArrayEquals(new byte[] {0, 7}, options.get(93));
        assertTrue(new String(options.get(60), StandardCharsets.US_ASCII).startsWith("PXEClient:Arch:00007:"));
        assertEquals(17, options.get(97).length);
        assertEquals(null, options.get(77));
        assertEquals(null, options.get(54));
    }

    @Test
    public void ipxeTakesWhatItWasOffered() throws Exception {
        Inet4Address address = (Inet4Address) InetAddress.getByName("10.24.0.7");
        Inet4Address server = (Inet4Address) InetAddress.getByName("10.16.0.1");
        DhcpReply offer = new DhcpReply(new Mac(1), 9, DhcpReply.OFFER, address, server, "http://10.16.0.1/boot", "");
        ByteBuffer packet =
                packet(new DhcpRequest(Persona.BIOS.loaded(), MAC, 9, 0, Optional.of(offer), Optional.of(server)));
        assertEquals(1, packet.get(3));
        assertEquals(0x0a100001, packet.getInt(24));
        Map<Integer, byte[]> options = options(packet);
        assertArrayEquals(new byte[] {3}, options.get(53));
        assertArrayEquals(address.getAddress(), options.get(50));
        assertArrayEquals(server.getAddress(), options.get(54));
        assertEquals("iPXE", new String(options.get(77), StandardCharsets.US_ASCII));
    }

    private static ByteBuffer packet(DhcpRequest request) {
        ByteBuffer packet = ByteBuffer.allocate(1024);
        request.write(packet);
        assertTrue(packet.remaining() >= 300);
        return packet;
    }

    private static Map<Integer, byte[]> options(ByteBuffer packet) {
        Map<Integer, byte[]> options = new HashMap<>();
        ByteBuffer rest = packet.position(240);
        for (int code = rest.get() & 0xff; code != 255; code = rest.get() & 0xff) {
            byte[] value = new byte[rest.get() & 0xff];
            rest.get(value);
            options.put(code, value);
        }
        return options;
    }
}
