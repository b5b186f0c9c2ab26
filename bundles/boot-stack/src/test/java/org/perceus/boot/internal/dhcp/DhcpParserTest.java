package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;

public class DhcpParserTest {
    private static String fault(byte[] packet) {
        Decoded decoded = DhcpParser.parse(ByteBuffer.wrap(packet));
        assertTrue(decoded.toString(), decoded instanceof Decoded.Malformed);
        return ((Decoded.Malformed) decoded).reason();
    }

    @Test
    public void readsEveryFieldOfTheHeader() {
        DhcpMessage message = Packet.of(Packet.REQUEST)
                .at(3, 2)
                .at(8, 0x01, 0x02)
                .flags(0x8000)
                .ciaddr(10, 0, 0, 1)
                .at(16, 10, 0, 0, 2)
                .at(20, 10, 0, 0, 3)
                .giaddr(10, 0, 0, 4)
                .at(44, 's', 'v')
                .at(108, 'f', 'i', 'l', 'e')
                .message();
        assertEquals(1, message.op());
        assertEquals(2, message.hops());
        assertEquals(0x12345678, message.xid());
        assertEquals(0x0102, message.secs());
        assertEquals(0x8000, message.flags());
        assertEquals(Ipv4Address.of(0x0a000001), message.ciaddr());
        assertEquals(Ipv4Address.of(0x0a000002), message.yiaddr());
        assertEquals(Ipv4Address.of(0x0a000003), message.siaddr());
        assertEquals(Ipv4Address.of(0x0a000004), message.giaddr());
        assertEquals("sv", message.serverName());
        assertEquals("file", message.file());
        assertEquals(Optional.of(new HardwareAddress(0x525400000005L)), message.mac());
        assertEquals(Optional.of(MessageType.REQUEST), message.options().messageType());
    }

    @Test
    public void joinsThePartsOfALongOptionInTheirOrder() {
        DhcpMessage message = Packet.of(Packet.DISCOVER)
                .option(67, "http://10.0.0.1")
                .option(12, "n1")
                .option(67, "/boot/file")
                .message();
        assertEquals(Optional.of("http://10.0.0.1/boot/file"), message.options().text(OptionCode.BOOT_FILE));
    }

    @Test
    public void findsOptionsInFileAndServerNameWhenOverloaded() {
        DhcpMessage message = Packet.of(Packet.DISCOVER)
                .option(52, 3)
                .option(67, 'a')
                .at(108, 67, 1, 'b', 255)
                .at(44, 67, 1, 'c', 12, 2, 'n', '7', 255)
                .message();
        assertEquals(
                "the options field, then file, then sname (RFC 3396 section 5)",
                Optional.of("abc"),
                message.options().text(OptionCode.BOOT_FILE));
        assertEquals(Optional.of("n7"), message.options().text(OptionCode.HOST_NAME));
        assertEquals("", message.file());
        assertEquals("", message.serverName());
    }

    @Test
    public void leavesFileAndServerNameAloneWhenNotOverloaded() {
        DhcpMessage message = Packet.of(Packet.DISCOVER)
                .option(52, 1)
                .at(108, 12, 1, 'x', 255)
                .at(44, 'h', 'o', 's', 't')
                .message();
        assertEquals("host", message.serverName());
        assertEquals(Optional.of("x"), message.options().text(OptionCode.HOST_NAME));
    }

    @Test
    public void skipsPaddingAndStopsAtTheEnd() {
        DhcpMessage message = Packet.of(Packet.DISCOVER)
                .raw(0, 0, 0)
                .option(12, "n1")
                .raw(255)
                .option(15, "beyond")
                .message();
        assertEquals(Optional.of("n1"), message.options().text(OptionCode.HOST_NAME));
        assertFalse(message.options().has(OptionCode.DOMAIN));
    }

    @Test
    public void toleratesAMissingEnd() {
        DhcpMessage message =
                Captures.parse(Packet.of(Packet.DISCOVER).option(12, "n1").bytes());
        assertEquals(Optional.of("n1"), message.options().text(OptionCode.HOST_NAME));
    }

    @Test
    public void keepsCodesThatItDoesNotKnow() {
        DhcpMessage message = Packet.of(200).option(224, 1, 2).message();
        assertEquals(Optional.of(new MessageType(200)), message.options().messageType());
        assertEquals(Optional.of(Octets.of(1, 2)), message.options().get(new OptionCode(224)));
    }

    @Test
    public void refusesWhatIsNoDhcp() {
        assertEquals("shorter than a DHCP header", fault(new byte[239]));
        assertEquals("no DHCP magic cookie", fault(new Packet().at(236, 0).ended()));
        assertEquals(
                "longer than any DHCP message", fault(Arrays.copyOf(Packet.of(1).ended(), 5000)));
        assertEquals(
                "hardware address longer than its field",
                fault(Packet.of(1).at(2, 17).ended()));
    }

    private static DhcpMessage damaged(String how, byte[] packet) {
        Decoded.Message decoded = (Decoded.Message) DhcpParser.parse(ByteBuffer.wrap(packet));
        assertEquals(Optional.of(how), decoded.damage());
        assertEquals(
                "the rest counts",
                Optional.of(MessageType.DISCOVER),
                decoded.message().options().messageType());
        return decoded.message();
    }

    @Test
    public void optionsThatDoNotFitEndTheirArea() {
        damaged("option 12 has no length", Packet.of(1).raw(12).bytes());
        DhcpMessage cut = damaged(
                "option 12 is longer than the message",
                Packet.of(1).option(15, "lab").raw(12, 5, 'a').bytes());
        assertEquals(Optional.of("lab"), cut.options().text(OptionCode.DOMAIN));
        assertFalse(cut.options().has(OptionCode.HOST_NAME));
        byte[] inTheFile = Packet.of(1).option(52, 1).at(234, 12, 9).ended();
        Arrays.fill(inTheFile, 108, 234, (byte) 0);
        damaged("option 12 is longer than the message", inTheFile);
    }

    @Test
    public void whatIsTooLongCountsByItsBeginning() {
        damaged("option 53 has 2 octets", Packet.of(1).option(53, 1).ended());
        damaged("option 53 has 2 octets", Packet.of(1).option(53, 3).ended());
        DhcpMessage twice = damaged(
                "option 57 has 4 octets",
                Packet.of(1).option(57, 5, 192).option(57, 5, 193).ended());
        assertEquals(OptionalInt.of(1472), twice.options().int16(OptionCode.MAX_SIZE));
        DhcpMessage server = damaged(
                "option 54 has 5 octets",
                Packet.of(1).option(54, 10, 0, 0, 1, 9).ended());
        assertEquals(Optional.of(Ipv4Address.of(0x0a000001)), server.options().address(OptionCode.SERVER_ID));
        DhcpMessage odd = damaged(
                "option 93 has 3 octets", Packet.of(1).option(93, 0, 7, 0).ended());
        assertEquals(Optional.of(Octets.of(0, 7)), odd.options().get(OptionCode.ARCHITECTURE));
    }

    @Test
    public void whatIsTooShortIsLeftOut() {
        DhcpMessage message = damaged(
                "option 50 has 3 octets", Packet.of(1).option(50, 1, 2, 3).ended());
        assertFalse(message.options().has(OptionCode.REQUESTED_ADDRESS));
        damaged("option 54 has 0 octets", Packet.of(1).option(54).ended());
        damaged("option 57 has 1 octets", Packet.of(1).option(57, 1).ended());
        assertFalse(damaged("option 93 has 1 octets", Packet.of(1).option(93, 7).ended())
                .options()
                .has(OptionCode.ARCHITECTURE));
        damaged("option 93 has 0 octets", Packet.of(1).option(93).ended());
        assertEquals(
                Optional.empty(), new Packet().option(53).message().options().messageType());
    }

    @Test
    public void anOverloadThatMeansNothingIsPassedOver() {
        damaged("option overload (52) says 00", Packet.of(1).option(52, 0).ended());
        damaged("option overload (52) says 04", Packet.of(1).option(52, 4).ended());
        damaged(
                "option overload (52) says 01",
                Packet.of(1).option(52, 1).option(52, 1).ended());
    }

    @Test
    public void leavesTheBufferAsItIs() {
        ByteBuffer buffer = ByteBuffer.wrap(Packet.of(1).ended());
        DhcpParser.parse(buffer);
        assertEquals(0, buffer.position());
    }

    @Test
    public void knowsAMachinesAddressFromOneThatCannotBe() {
        assertEquals(
                Optional.empty(),
                Packet.of(1).at(28, 0x01, 0, 0x5e, 0, 0, 1).message().mac());
        assertEquals(
                Optional.empty(),
                Packet.of(1).at(28, 0, 0, 0, 0, 0, 0).message().mac());
        assertEquals(Optional.empty(), Packet.of(1).at(1, 32).message().mac());
        assertEquals(Optional.empty(), Packet.of(1).at(2, 8).message().mac());
    }

    @Test
    public void readsWhatRealClientsSend() {
        DhcpMessage udhcpc = Captures.message("udhcpc-discover");
        assertEquals(Optional.of(MessageType.DISCOVER), udhcpc.options().messageType());
        assertEquals(Optional.of("probe"), udhcpc.options().text(OptionCode.HOST_NAME));
        DhcpMessage uefi = Captures.message("uefi-pxe-request");
        assertEquals(Optional.of(MessageType.REQUEST), uefi.options().messageType());
        assertEquals(Optional.of(Ipv4Address.of(0x0a4d0001)), uefi.options().address(OptionCode.SERVER_ID));
        for (String name : Captures.ALL) {
            assertTrue(name, Captures.message(name).mac().isPresent());
        }
    }
}
