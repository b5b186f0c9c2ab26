package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.Test;

public class DhcpWriterTest {
    private static final int ROOM = 4000;

    private static DhcpMessage with(DhcpOptions options) {
        DhcpMessage from = Packet.of(Packet.DISCOVER).message();
        return new DhcpMessage(
                DhcpMessage.REPLY,
                from.hardwareType(),
                from.hardwareAddress(),
                0,
                from.xid(),
                0,
                from.flags(),
                from.ciaddr(),
                from.yiaddr(),
                from.siaddr(),
                from.giaddr(),
                "",
                "boot.file",
                options);
    }

    private static DhcpMessage reread(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        return Captures.parse(bytes);
    }

    @Test
    public void writesTheHeaderWhereRfc2131HasIt() {
        ByteBuffer packet = DhcpWriter.write(with(DhcpOptions.builder().build()), ROOM);
        assertEquals(2, packet.get(0));
        assertEquals(1, packet.get(1));
        assertEquals(6, packet.get(2));
        assertEquals(0x12345678, packet.getInt(4));
        assertEquals(0x52540000, packet.getInt(28));
        assertEquals('b', packet.get(108));
        assertEquals(0x63825363, packet.getInt(236));
        assertEquals((byte) 255, packet.get(240));
    }

    @Test
    public void padsToWhatEveryRelayAccepts() {
        assertEquals(
                300, DhcpWriter.write(with(DhcpOptions.builder().build()), ROOM).remaining());
    }

    @Test
    public void whatOldRomsReadUpToANulHasOneBehindIt() {
        ByteBuffer packet = DhcpWriter.write(
                with(DhcpOptions.builder()
                        .put(OptionCode.BOOT_FILE, "ipxe.efi")
                        .put(OptionCode.TFTP_SERVER, "10.0.0.1")
                        .put(OptionCode.DOMAIN, "lab")
                        .build()),
                ROOM);
        byte[] options = new byte[28];
        packet.get(240, options);
        assertEquals(
                "\u0043\bipxe.efi\0B\b10.0.0.1\0\u000f\3lab\u00ff", new String(options, StandardCharsets.ISO_8859_1));
    }

    @Test
    public void splitsAnOptionThatIsLongerThanItsLengthCanSay() {
        String url = "http://" + "x".repeat(400);
        ByteBuffer packet = DhcpWriter.write(
                with(DhcpOptions.builder().put(OptionCode.BOOT_FILE, url).build()), ROOM);
        assertEquals(67, packet.get(240));
        assertEquals((byte) 255, packet.get(241));
        assertEquals(67, packet.get(240 + 257));
        assertEquals(407 - 255, packet.get(240 + 258) & 0xff);
        assertEquals(Optional.of(url), reread(packet).options().text(OptionCode.BOOT_FILE));
    }

    @Test
    public void writesAnOptionWithoutContent() {
        DhcpOptions options =
                DhcpOptions.builder().put(new OptionCode(80), Octets.of()).build();
        assertEquals(options, reread(DhcpWriter.write(with(options), ROOM)).options());
    }

    @Test
    public void leavesOutWhatTheClientCannotTakeButNeverTheRelaysOption() {
        DhcpOptions options = DhcpOptions.builder()
                .put(OptionCode.MESSAGE_TYPE, Octets.of(2))
                .put(OptionCode.RELAY_AGENT, Octets.of(1, 2, 9, 9))
                .put(OptionCode.HOST_NAME, "n".repeat(200))
                .put(OptionCode.DOMAIN, "d".repeat(200))
                .put(OptionCode.BROADCAST, Octets.of(10, 0, 0, 255))
                .build();
        ByteBuffer packet = DhcpWriter.write(with(options), 548);
        assertTrue("" + packet.remaining(), packet.remaining() <= 548);
        assertEquals((byte) 82, packet.get(packet.limit() - 7));
        DhcpOptions read = reread(packet).options();
        assertTrue(read.has(OptionCode.HOST_NAME));
        assertFalse(read.has(OptionCode.DOMAIN));
        assertTrue("a later one that fits is kept", read.has(OptionCode.BROADCAST));
        assertTrue(read.has(OptionCode.RELAY_AGENT));
    }

    @Test
    public void whatWasReadIsWrittenBackEqual() {
        for (String name : Captures.ALL) {
            DhcpMessage message = Captures.message(name);
            assertEquals(name, message, reread(DhcpWriter.write(message, ROOM)));
        }
    }
}
