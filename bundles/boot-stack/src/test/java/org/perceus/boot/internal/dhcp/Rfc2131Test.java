package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;

/** Tables 3 and 5 of RFC 2131, line by line. */
public class Rfc2131Test {
    private static final int[] ADDRESS = {10, 0, 0, 9};
    private static final Ipv4Address HELD = Policies.address("10.0.0.9");
    private static final OptionCode OVERLOAD = new OptionCode(52);

    /** With all that a client may say that its server must not repeat. */
    private static Packet from(int type) {
        return Packet.of(type)
                .at(3, 7)
                .at(8, 0, 99)
                .flags(0x8000)
                .giaddr(10, 0, 0, 254)
                .option(55, 1, 3, 6, 12, 15, 28)
                .option(57, 0x05, 0xdc)
                .option(61, 1, 0x52, 0x54, 0, 0, 0, 5);
    }

    private static DhcpMessage answer(Packet packet, BootAnswer answer) {
        ClientMessage.Query query = (ClientMessage.Query) new MessageClassifier(Policies.SERVER).read(packet.message());
        return ((Response.Reply) new Replier(Policies.SERVER).reply(query, answer)).message();
    }

    private static DhcpMessage answer(Packet packet) {
        return answer(packet, Policies.serve("10.0.0.9"));
    }

    private static DhcpMessage offer() {
        return answer(from(1).option(50, ADDRESS));
    }

    private static DhcpMessage ack() {
        return answer(from(3).ciaddr(ADDRESS));
    }

    private static DhcpMessage ackOfInform() {
        return answer(from(8).ciaddr(ADDRESS));
    }

    private static DhcpMessage nak() {
        return answer(from(3).option(50, 10, 0, 0, 77).ciaddr(10, 0, 0, 77));
    }

    private static List<DhcpMessage> all() {
        return List.of(offer(), ack(), ackOfInform(), nak());
    }

    @Test
    public void whatRepliesHaveInCommonWithTheRequest() {
        for (DhcpMessage reply : all()) {
            assertEquals("op", DhcpMessage.REPLY, reply.op());
            assertEquals("htype", 1, reply.hardwareType());
            assertEquals("hlen and chaddr", Octets.of(0x52, 0x54, 0, 0, 0, 5), reply.hardwareAddress());
            assertEquals("hops", 0, reply.hops());
            assertEquals("xid", 0x12345678, reply.xid());
            assertEquals("secs", 0, reply.secs());
            assertEquals("flags", 0x8000, reply.flags());
            assertEquals("giaddr", Policies.address("10.0.0.254"), reply.giaddr());
        }
    }

    @Test
    public void addressesOfReplies() {
        assertEquals(Ipv4Address.NONE, offer().ciaddr());
        assertEquals(HELD, ack().ciaddr());
        assertEquals(HELD, ackOfInform().ciaddr());
        assertEquals(Ipv4Address.NONE, nak().ciaddr());
        assertEquals(HELD, offer().yiaddr());
        assertEquals(HELD, ack().yiaddr());
        assertEquals("section 4.3.5", Ipv4Address.NONE, ackOfInform().yiaddr());
        assertEquals(Ipv4Address.NONE, nak().yiaddr());
        assertEquals("the next server", Policies.SERVER_ADDRESS, offer().siaddr());
        assertEquals("the next server", Policies.SERVER_ADDRESS, ack().siaddr());
        assertEquals(Ipv4Address.NONE, nak().siaddr());
    }

    @Test
    public void serverNameAndFile() {
        assertEquals("ipxe.efi", offer().file());
        assertEquals("ipxe.efi", ack().file());
        assertEquals("", nak().file());
        all().forEach(reply -> assertEquals("", reply.serverName()));
    }

    @Test
    public void optionsThatReplyMustHave() {
        all().forEach(reply -> {
            assertTrue(reply.options().has(OptionCode.MESSAGE_TYPE));
            assertEquals(Optional.of(Policies.SERVER_ADDRESS), reply.options().address(OptionCode.SERVER_ID));
        });
        assertTrue(offer().options().has(OptionCode.LEASE_TIME));
        assertTrue(ack().options().has(OptionCode.LEASE_TIME));
        assertTrue("should", nak().options().has(OptionCode.MESSAGE));
    }

    @Test
    public void optionsThatRepliesMustNotHave() {
        for (DhcpMessage reply : all()) {
            for (OptionCode never : List.of(OptionCode.REQUESTED_ADDRESS, OptionCode.PARAMETERS, OptionCode.MAX_SIZE)) {
                assertFalse(never.toString(), reply.options().has(never));
            }
        }
        for (OptionCode ofLease : List.of(OptionCode.LEASE_TIME, OptionCode.RENEWAL, OptionCode.REBINDING)) {
            assertFalse(ackOfInform().options().has(ofLease));
            assertFalse(nak().options().has(ofLease));
        }
        for (OptionCode other : List.of(OVERLOAD, OptionCode.ROUTER, OptionCode.SUBNET_MASK, OptionCode.HOST_NAME)) {
            assertFalse(other.toString(), nak().options().has(other));
        }
    }

    /** Table 3 forbids it, RFC 6842 section 3 asks for it. */
    @Test
    public void theIdentifierOfAClientIsRepeated() {
        Octets identifier = Octets.of(1, 0x52, 0x54, 0, 0, 0, 5);
        all().forEach(reply ->
                assertEquals(Optional.of(identifier), reply.options().get(OptionCode.CLIENT_ID)));
    }

    private static ClientMessage read(Packet packet) {
        return new MessageClassifier(Policies.SERVER).read(packet.message());
    }

    private static Kind kind(Packet packet) {
        return ((ClientMessage.Query) read(packet)).kind();
    }

    /** Table 5, with table 4 for what a request is. */
    @Test
    public void messagesOfClientsAreReadByTheirState() {
        assertEquals(
                "may ask for an address", new Kind.Discover(), kind(Packet.of(1).option(50, ADDRESS)));
        assertEquals("need not", new Kind.Discover(), kind(Packet.of(1)));
        assertEquals(
                "selecting: the server and the address in options",
                new Kind.Request(HELD),
                kind(Packet.of(3).option(50, ADDRESS).option(54, 10, 0, 0, 1)));
        assertEquals(
                "rebooting: the address in an option",
                new Kind.Request(HELD),
                kind(Packet.of(3).option(50, ADDRESS)));
        assertEquals(
                "bound: the address in ciaddr",
                new Kind.Request(HELD),
                kind(Packet.of(3).ciaddr(ADDRESS)));
        assertEquals(
                "another server was chosen",
                new ClientMessage.Ignored("other-server"),
                read(Packet.of(3).option(50, ADDRESS).option(54, 10, 0, 0, 2)));
        assertEquals(new ClientMessage.Ignored("bad-request"), read(Packet.of(3)));
        assertEquals(
                "the address in ciaddr", new Kind.Inform(), kind(Packet.of(8).ciaddr(ADDRESS)));
        assertEquals(new ClientMessage.Ignored("bad-inform"), read(Packet.of(8)));
    }

    @Test
    public void whatClientsSayOfAddressesNamesThemWhereTheTableSays() {
        assertTrue(
                read(Packet.of(4).option(50, ADDRESS).option(54, 10, 0, 0, 1)) instanceof ClientMessage.Notification);
        assertEquals(
                "a decline has it in an option",
                new ClientMessage.Ignored("bad-request"),
                read(Packet.of(4).ciaddr(ADDRESS).option(54, 10, 0, 0, 1)));
        assertTrue(read(Packet.of(7).ciaddr(ADDRESS).option(54, 10, 0, 0, 1)) instanceof ClientMessage.Notification);
        assertEquals(
                "a release has it in ciaddr",
                new ClientMessage.Ignored("bad-request"),
                read(Packet.of(7).option(50, ADDRESS).option(54, 10, 0, 0, 1)));
        for (int type : new int[] {4, 7}) {
            assertEquals(
                    "of another server's",
                    new ClientMessage.Ignored("other-server"),
                    read(Packet.of(type).ciaddr(ADDRESS).option(50, ADDRESS).option(54, 10, 0, 0, 2)));
        }
        for (int fromServers : new int[] {2, 5, 6}) {
            assertEquals(new ClientMessage.Ignored("unknown-type"), read(Packet.of(fromServers)));
        }
    }
}
