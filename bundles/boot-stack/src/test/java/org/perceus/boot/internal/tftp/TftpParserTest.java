package org.perceus.boot.internal.tftp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

public class TftpParserTest {
    /** What OVMF 2022.11 sent to load a boot file. */
    private static final String UEFI_REQUEST = "\0\1ipxe.efi\0octet\0tsize\0000\0blksize\0001468\0windowsize\0004\0";

    private static TftpPacket parse(String octets) {
        return TftpParser.parse(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void malformed(String octets) {
        TftpPacket packet = parse(octets);
        assertTrue(packet.toString(), packet instanceof TftpPacket.Malformed);
    }

    @Test
    public void readsARequestOfUefiFirmware() {
        TftpPacket.ReadRequest request = (TftpPacket.ReadRequest) parse(UEFI_REQUEST);
        assertEquals("ipxe.efi", request.name());
        assertEquals("octet", request.mode());
        assertEquals(Map.of("tsize", "0", "blksize", "1468", "windowsize", "4"), request.options());
        assertEquals(
                "in the client's order",
                List.of("tsize", "blksize", "windowsize"),
                List.copyOf(request.options().keySet()));
    }

    @Test
    public void readsARequestWithoutOptions() {
        assertEquals(new TftpPacket.ReadRequest("a", "netascii", Map.of()), parse("\0\1a\0NetASCII\0"));
    }

    @Test
    public void ignoresTheCaseOfOptionNamesAndTheirRepetitions() {
        TftpPacket.ReadRequest request =
                (TftpPacket.ReadRequest) parse("\0\1a\0octet\0BLKSIZE\0001000\0blksize\0002000\0");
        assertEquals(Map.of("blksize", "1000"), request.options());
    }

    @Test
    public void takesWhatIsReadableOfOptionsThatEndInTheMiddle() {
        TftpPacket.ReadRequest request = (TftpPacket.ReadRequest) parse("\0\1a\0octet\0tsize\0000\0blksize\0001000");
        assertEquals(Map.of("tsize", "0"), request.options());
        assertEquals(Map.of(), ((TftpPacket.ReadRequest) parse("\0\1a\0octet\0tsize")).options());
    }

    @Test
    public void refusesNamesThatAreNone() {
        malformed("\0\1\0octet\0");
        malformed("\0\1abc");
        malformed("\0\1abc\0octet");
        malformed("\0\1" + "x".repeat(256) + "\0octet\0");
        malformed("\0\1a\0octet\0" + "x".repeat(2000));
    }

    @Test
    public void readsTheOtherPackets() {
        assertEquals(new TftpPacket.WriteRequest(), parse("\0\2a\0octet\0"));
        assertEquals(new TftpPacket.Ack(0xfffe), parse("\0\4\u00ff\u00fe"));
        assertEquals(new TftpPacket.Error(8, "no options"), parse("\0\5\0\10no options\0"));
        assertEquals("text without end", new TftpPacket.Error(0, ""), parse("\0\5\0\0gone"));
        assertEquals(new TftpPacket.Unexpected(3), parse("\0\3\0\1data"));
        assertEquals(new TftpPacket.Unexpected(0x0900), parse("\11\0\0\0"));
    }

    @Test
    public void refusesWhatIsShorterThanAnyPacket() {
        malformed("");
        malformed("\0\4\0");
    }

    @Test(timeout = 60_000)
    public void survivesDamagedPackets() {
        for (long seed : new long[] {7, System.nanoTime()}) {
            Random random = new Random(seed);
            for (int round = 0; round < 50_000; round++) {
                byte[] packet = UEFI_REQUEST.getBytes(StandardCharsets.ISO_8859_1);
                for (int i = random.nextInt(5); i >= 0; i--) {
                    packet[random.nextInt(packet.length)] = (byte) random.nextInt(128);
                }
                ByteBuffer buffer = ByteBuffer.wrap(packet, 0, random.nextInt(packet.length + 1));
                try {
                    if (TftpParser.parse(buffer) instanceof TftpPacket.ReadRequest request) {
                        Terms terms = Terms.agree(request.options(), 1000, 1468);
                        assertTrue(terms.blockSize() >= 8 && terms.blockSize() <= 1468);
                        assertTrue(terms.window() >= 1 && terms.window() <= 64);
                    }
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + " round " + round, e);
                }
            }
        }
    }
}
