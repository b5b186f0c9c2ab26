package org.perceus.doctor.wire;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.Test;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

public class DhcpOfferTest {
    private static final Mac CARD = new Mac("02:00:00:00:00:01");
    private static final Mac SERVER = new Mac("02:00:00:00:00:02");
    private final DhcpDiscover question = new DhcpDiscover(CARD, 77, Wire.Client.BIOS);

    @Test
    public void asksByBroadcastAndAsFirmware() {
        byte[] message = question.message();
        assertTrue("relays take no shorter one", message.length >= 300);
        assertEquals(77, ByteBuffer.wrap(message).getInt(4));
        assertEquals((byte) 0x80, message[10]);
        assertArrayEquals(CARD.octets(), Arrays.copyOfRange(message, 28, 34));
        String text = new String(message, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("PXEClient:Arch:00000"));
        assertTrue(!new String(new DhcpDiscover(CARD, 77, Wire.Client.MACHINE).message(), StandardCharsets.ISO_8859_1)
                .contains("PXEClient"));
    }

    @Test
    public void eachFirmwareSaysWhichProgramItTakes() {
        assertArrayEquals(new byte[] {93, 2, 0, 0}, architecture(Wire.Client.BIOS));
        assertArrayEquals(new byte[] {93, 2, 0, 7}, architecture(Wire.Client.UEFI));
        assertArrayEquals(new byte[] {93, 2, 0, 16}, architecture(Wire.Client.UEFI_HTTP));
    }

    private static byte[] architecture(Wire.Client client) {
        byte[] message = new DhcpDiscover(CARD, 77, client).message();
        int at = new String(message, StandardCharsets.ISO_8859_1).indexOf(client.vendorClass())
                + client.vendorClass().length();
        return Arrays.copyOfRange(message, at, at + 4);
    }

    @Test
    public void readsAnOffer() {
        DhcpOffer offer = read(offer(
                        "10.10.0.55",
                        53,
                        new byte[] {2},
                        54,
                        new byte[] {10, 10, 0, 2},
                        67,
                        "a\0".getBytes(StandardCharsets.US_ASCII)))
                .orElseThrow();
        assertEquals(
                new DhcpOffer(
                        Ipv4.parse("10.10.0.2"), SERVER, true, Ipv4.parse("10.10.0.55"), Ipv4.parse("10.10.0.3"), "a"),
                offer);
        assertTrue(read(offer("0.0.0.0", 53, new byte[] {2})).orElseThrow().isProxy());
    }

    @Test
    public void theSenderIsTheServerWhenNoOptionSaysIt() {
        assertEquals(
                Ipv4.parse("10.10.0.9"),
                read(offer("10.10.0.55", 53, new byte[] {2})).orElseThrow().server());
    }

    @Test
    public void passesOverWhatIsNoAnswer() {
        assertEquals(Optional.empty(), read(new byte[10]));
        assertEquals("an acknowledgement", Optional.empty(), read(offer("10.10.0.55", 53, new byte[] {5})));
        byte[] another = offer("10.10.0.55", 53, new byte[] {2});
        another[7] = 1;
        assertEquals("of another transaction", Optional.empty(), read(another));
        byte[] cut = Arrays.copyOf(offer("10.10.0.55", 53, new byte[] {2}), 242);
        assertEquals("cut off", Optional.empty(), read(cut));
    }

    @Test
    public void whatIsPrintedIsHarmless() {
        byte[] evil = "x\033[2J y".getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                "x?[2J?y",
                read(offer("10.10.0.55", 53, new byte[] {2}, 67, evil))
                        .orElseThrow()
                        .file());
    }

    private Optional<DhcpOffer> read(byte[] message) {
        return DhcpOffer.read(new UdpDatagram(SERVER, true, Ipv4.parse("10.10.0.9"), message), question);
    }

    private static byte[] offer(String address, Object... options) {
        ByteBuffer message = ByteBuffer.allocate(400);
        message.put(0, (byte) 2).putInt(4, 77).put(28, CARD.octets());
        message.put(16, Ipv4.parse(address).octets())
                .put(20, Ipv4.parse("10.10.0.3").octets());
        message.putInt(236, DhcpOffer.MAGIC).position(240);
        for (int i = 0; i < options.length; i += 2) {
            byte[] value = (byte[]) options[i + 1];
            message.put((byte) (int) options[i]).put((byte) value.length).put(value);
        }
        message.put((byte) 255);
        return message.array();
    }
}
