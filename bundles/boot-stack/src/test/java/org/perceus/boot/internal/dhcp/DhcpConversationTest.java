package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient.Purpose;
import org.perceus.boot.DhcpOption;
import org.perceus.boot.HardwareAddress;

/** What the server logic makes of messages, with the policy's answer given. */
public class DhcpConversationTest {
    private static final int[] SERVER = {10, 0, 0, 1};
    private static final int[] ADDRESS = {10, 0, 0, 9};

    private static ClientMessage read(DhcpMessage message) {
        return new MessageClassifier(Policies.SERVER).read(message);
    }

    private static String ignored(Packet packet) {
        ClientMessage query = read(packet.message());
        assertTrue(query.toString(), query instanceof ClientMessage.Ignored);
        return ((ClientMessage.Ignored) query).counter();
    }

    private static Response.Reply reply(DhcpMessage message, BootAnswer answer) {
        ClientMessage query = read(message);
        assertTrue(query.toString(), query instanceof ClientMessage.Query);
        Response response = new Replier(Policies.SERVER).reply((ClientMessage.Query) query, answer);
        assertTrue(response.toString(), response instanceof Response.Reply);
        return (Response.Reply) response;
    }

    private static Response.Reply reply(Packet packet) {
        return reply(packet.message(), Policies.serve("10.0.0.9"));
    }

    private static MessageType type(Response.Reply reply) {
        return reply.message().options().messageType().orElseThrow();
    }

    private static String to(Response.Reply reply) {
        return reply.to().getAddress().getHostAddress() + ":" + reply.to().getPort();
    }

    @Test
    public void offersTheAddress() {
        Response.Reply offer = reply(Packet.of(Packet.DISCOVER).at(3, 0).at(8, 0, 4));
        assertEquals(MessageType.OFFER, type(offer));
        assertEquals("offers", offer.counter());
        DhcpMessage message = offer.message();
        assertEquals(DhcpMessage.REPLY, message.op());
        assertEquals(0x12345678, message.xid());
        assertEquals(Policies.address("10.0.0.9"), message.yiaddr());
        assertEquals(Policies.SERVER_ADDRESS, message.siaddr());
        assertEquals("ipxe.efi", message.file());
        assertEquals("255.255.255.255:68", to(offer));
    }

    @Test
    public void optionsOfTheSiteAreGivenToWhoAsksForThemAndSomeToAll() {
        AddressLease plain = Policies.lease("10.0.0.9");
        AddressLease lease = new AddressLease(
                plain.address(),
                plain.prefixLength(),
                plain.router(),
                plain.nameServers(),
                plain.hostName(),
                plain.domain(),
                plain.duration(),
                List.of(
                        new DhcpOption(42, new byte[] {10, 0, 0, 5}, false),
                        new DhcpOption(3, new byte[] {10, 0, 0, 7}, false),
                        new DhcpOption(224, new byte[600], true)),
                true);
        Packet discover = Packet.of(Packet.DISCOVER).option(57, 0x05, 0xdc);
        DhcpOptions all =
                reply(discover.message(), Policies.serve(lease)).message().options();
        assertEquals(Optional.of(Octets.of(10, 0, 0, 5)), all.get(new OptionCode(42)));
        assertEquals("in the place of the server's", Optional.of(Octets.of(10, 0, 0, 7)), all.get(OptionCode.ROUTER));
        Packet asking = Packet.of(Packet.DISCOVER).option(55, 1, 6).option(57, 0x05, 0xdc);
        Response.Reply reply = reply(asking.message(), Policies.serve(lease));
        DhcpOptions some = ((Decoded.Message) DhcpParser.parse(DhcpWriter.write(reply.message(), reply.limit())))
                .message()
                .options();
        assertFalse(some.has(new OptionCode(42)));
        assertEquals(
                "one that is long",
                600,
                some.get(new OptionCode(224)).orElseThrow().length());
    }

    @Test
    public void whoLooksForServersHasNoAddressWhateverItSays() {
        Response.Reply offer = reply(Packet.of(Packet.DISCOVER).ciaddr(10, 0, 0, 9));
        assertEquals("255.255.255.255:68", to(offer));
        assertEquals(Ipv4Address.NONE, offer.message().ciaddr());
        ClientMessage.Query query = (ClientMessage.Query)
                read(Packet.of(Packet.DISCOVER).ciaddr(10, 0, 0, 9).message());
        assertEquals(Optional.empty(), query.client().requested());
    }

    @Test
    public void saysWhatBelongsToALease() {
        DhcpOptions options = reply(Packet.of(Packet.DISCOVER)).message().options();
        assertEquals(Optional.of(Policies.SERVER_ADDRESS), options.address(OptionCode.SERVER_ID));
        assertEquals(Optional.of(Octets.int32(800)), options.get(OptionCode.LEASE_TIME));
        assertEquals(Optional.of(Octets.int32(400)), options.get(OptionCode.RENEWAL));
        assertEquals(Optional.of(Octets.int32(700)), options.get(OptionCode.REBINDING));
        assertEquals(Optional.of(Ipv4Address.of(0xffffff00)), options.address(OptionCode.SUBNET_MASK));
        assertEquals(Optional.of(Policies.address("10.0.0.254")), options.address(OptionCode.ROUTER));
        assertEquals(Optional.of(Octets.of(10, 0, 0, 2, 10, 0, 0, 3)), options.get(OptionCode.NAME_SERVERS));
        assertEquals(Optional.of("n0009"), options.text(OptionCode.HOST_NAME));
        assertEquals(Optional.of("cluster.example"), options.text(OptionCode.DOMAIN));
        assertEquals(Optional.of(Policies.address("10.0.0.255")), options.address(OptionCode.BROADCAST));
    }

    @Test
    public void leavesOutWhatTheClientDidNotAskFor() {
        DhcpOptions options =
                reply(Packet.of(Packet.DISCOVER).option(55, 1, 3, 15)).message().options();
        assertTrue(options.has(OptionCode.DOMAIN));
        assertFalse(options.has(OptionCode.HOST_NAME));
        assertFalse(options.has(OptionCode.NAME_SERVERS));
        assertFalse(options.has(OptionCode.BROADCAST));
        assertTrue("always needed", options.has(OptionCode.SUBNET_MASK));
        assertTrue("always needed", options.has(OptionCode.LEASE_TIME));
    }

    @Test
    public void acknowledgesItsOwnOffer() {
        Response.Reply ack = reply(Packet.of(Packet.REQUEST).option(54, SERVER).option(50, ADDRESS));
        assertEquals(MessageType.ACK, type(ack));
        assertEquals("acks", ack.counter());
        assertEquals(Policies.address("10.0.0.9"), ack.message().yiaddr());
    }

    @Test
    public void leavesTheClientsOfOtherServersAlone() {
        assertEquals(
                "other-server",
                ignored(Packet.of(Packet.REQUEST).option(54, 10, 0, 0, 77).option(50, ADDRESS)));
    }

    @Test
    public void refusesAnotherAddressThanTheOffered() {
        Response.Reply nak = reply(Packet.of(Packet.REQUEST).option(54, SERVER).option(50, 10, 0, 0, 8));
        assertEquals(MessageType.NAK, type(nak));
        assertEquals("naks", nak.counter());
        assertEquals(Ipv4Address.NONE, nak.message().yiaddr());
        assertEquals("255.255.255.255:68", to(nak));
        assertEquals(
                Optional.of("your address here is 10.0.0.9"),
                nak.message().options().text(OptionCode.MESSAGE));
        assertFalse(nak.message().options().has(OptionCode.LEASE_TIME));
    }

    @Test
    public void confirmsOrRefusesAnAddressFromBeforeAReboot() {
        assertEquals(MessageType.ACK, type(reply(Packet.of(Packet.REQUEST).option(50, ADDRESS))));
        assertEquals(MessageType.NAK, type(reply(Packet.of(Packet.REQUEST).option(50, 192, 168, 0, 9))));
    }

    @Test
    public void renewsByUnicastToTheClient() {
        Response.Reply ack = reply(Packet.of(Packet.REQUEST).ciaddr(ADDRESS));
        assertEquals(MessageType.ACK, type(ack));
        assertEquals("10.0.0.9:68", to(ack));
        assertEquals(Policies.address("10.0.0.9"), ack.message().ciaddr());
    }

    @Test
    public void refusesToRenewAnAddressThatIsNoLongerTheClients() {
        Response.Reply nak = reply(Packet.of(Packet.REQUEST).ciaddr(10, 0, 0, 8));
        assertEquals(MessageType.NAK, type(nak));
        assertEquals("a NAK is broadcast (RFC 2131 section 4.1)", "255.255.255.255:68", to(nak));
    }

    @Test
    public void informsWithoutAddressAndLease() {
        Response.Reply ack = reply(Packet.of(8).ciaddr(10, 0, 0, 50));
        assertEquals(MessageType.ACK, type(ack));
        assertEquals("10.0.0.50:68", to(ack));
        assertEquals(Ipv4Address.NONE, ack.message().yiaddr());
        assertFalse(ack.message().options().has(OptionCode.LEASE_TIME));
        assertFalse(ack.message().options().has(OptionCode.RENEWAL));
        assertTrue(ack.message().options().has(OptionCode.ROUTER));
    }

    @Test
    public void answersRelaysOnTheServersPort() {
        Packet packet = Packet.of(Packet.DISCOVER)
                .giaddr(10, 9, 0, 254)
                .at(3, 3)
                .flags(0x8000)
                .option(82, 1, 2, 7, 7);
        Response.Reply offer = reply(packet);
        assertEquals("10.9.0.254:67", to(offer));
        assertEquals(Policies.address("10.9.0.254"), offer.message().giaddr());
        assertEquals(0x8000, offer.message().flags());
        assertEquals(
                "a server's hops are 0 (RFC 2131 table 3)", 0, offer.message().hops());
        assertEquals(
                "echoed as it came (RFC 3046 section 2.2)",
                Optional.of(Octets.of(1, 2, 7, 7)),
                offer.message().options().get(OptionCode.RELAY_AGENT));
    }

    @Test
    public void tellsTheRelayToBroadcastARefusal() {
        Response.Reply nak =
                reply(Packet.of(Packet.REQUEST).giaddr(10, 9, 0, 254).option(50, 10, 0, 0, 8));
        assertEquals("10.9.0.254:67", to(nak));
        assertEquals(0x8000, nak.message().flags());
    }

    @Test
    public void asksAboutTheLinkThatTheClientIsOn() {
        assertEquals(Policies.SERVER_ADDRESS, link(Packet.of(1)));
        assertEquals(Policies.address("10.9.0.254"), link(Packet.of(1).giaddr(10, 9, 0, 254)));
        assertEquals(
                Policies.address("10.8.0.1"),
                link(Packet.of(1).giaddr(10, 9, 0, 254).option(82, 1, 1, 7, 5, 4, 10, 8, 0, 1)));
        assertEquals(
                "nobody but a relay selects links",
                Policies.SERVER_ADDRESS,
                link(Packet.of(1).option(82, 5, 4, 10, 8, 0, 1)));
        assertEquals(
                "a broken relay option says nothing",
                Policies.address("10.9.0.254"),
                link(Packet.of(1).giaddr(10, 9, 0, 254).option(82, 5, 40, 10)));
    }

    private static Ipv4Address link(Packet packet) {
        return ((ClientMessage.Query) read(packet.message())).client().link();
    }

    @Test
    public void saysWhichAddressTheClientWants() {
        assertEquals(
                Optional.of(Policies.address("10.0.0.9")), wanted(Packet.of(1).option(50, ADDRESS)));
        assertEquals(
                Optional.of(Policies.address("10.0.0.9")), wanted(Packet.of(3).ciaddr(ADDRESS)));
        assertEquals(Optional.empty(), wanted(Packet.of(1)));
        assertEquals(Optional.empty(), wanted(Packet.of(1).option(50, 0, 0, 0, 0)));
    }

    private static Optional<Ipv4Address> wanted(Packet packet) {
        return ((ClientMessage.Query) read(packet.message())).client().requested();
    }

    @Test
    public void readsWhatAClientSaysOfItsAddress() {
        HardwareAddress mac = new HardwareAddress(0x525400000005L);
        Ipv4Address address = Policies.address("10.0.0.9");
        assertEquals(
                new ClientMessage.Notification(ClientMessage.Notice.DECLINED, mac, address),
                read(Packet.of(4).option(50, ADDRESS).message()));
        assertEquals(
                new ClientMessage.Notification(ClientMessage.Notice.RELEASED, mac, address),
                read(Packet.of(7).ciaddr(ADDRESS).option(54, 10, 0, 0, 1).message()));
    }

    @Test
    public void tellsWhoLooksFromWhoTakes() {
        assertEquals(Purpose.FIND, purpose(Packet.of(1)));
        assertEquals(Purpose.TAKE, purpose(Packet.of(3).option(50, ADDRESS)));
        assertEquals(Purpose.INFORM, purpose(Packet.of(8).ciaddr(ADDRESS)));
        assertEquals(Purpose.TAKE, purpose(new Packet()));
    }

    private static Purpose purpose(Packet packet) {
        return ((ClientMessage.Query) read(packet.message())).client().purpose();
    }

    /** RFC 4039 sections 3.1 and 4. */
    @Test
    public void givesTheAddressAtOnceToWhoAsksForThat() {
        Packet discover = Packet.of(Packet.DISCOVER).option(80);
        Response.Reply ack = reply(discover);
        assertEquals(MessageType.ACK, type(ack));
        assertEquals(Policies.address("10.0.0.9"), ack.message().yiaddr());
        assertEquals(Optional.of(Octets.of()), ack.message().options().get(OptionCode.RAPID_COMMIT));
        assertEquals("255.255.255.255:68", to(ack));
        assertFalse(reply(Packet.of(Packet.REQUEST).option(50, ADDRESS).option(80))
                .message()
                .options()
                .has(OptionCode.RAPID_COMMIT));
        assertEquals(
                "what is lent is offered first",
                MessageType.OFFER,
                type(reply(discover.message(), Policies.serve(Policies.lent("10.0.0.9")))));
    }

    /** RFC 4390 section 2: no hardware address, a reply by broadcast, and the identifier in it (RFC 6842). */
    @Test
    public void portsOnInfinibandAreKnownByTheirGuid() {
        for (String before : List.of("ff000000aa00020000", "20")) {
            Packet discover = Packet.of(Packet.DISCOVER)
                    .at(1, 32, 0)
                    .at(28, 0, 0, 0, 0, 0, 0)
                    .flags(0x8000);
            byte[] identifier = HexFormat.of().parseHex(before + "0002c903000a0b0c");
            discover.option(61, identifier);
            Response.Reply offer = reply(discover);
            assertEquals(
                    new HardwareAddress(0x0002c90a0b0cL),
                    discover.message().mac().orElseThrow());
            assertEquals(32, offer.message().hardwareType());
            assertEquals(0, offer.message().hardwareAddress().length());
            assertEquals("255.255.255.255:68", to(offer));
            assertEquals(
                    Optional.of(Octets.copy(identifier)),
                    offer.message().options().get(OptionCode.CLIENT_ID));
        }
        Packet nobody = Packet.of(Packet.DISCOVER).at(1, 32, 0).option(61, 1, 2, 3);
        assertEquals(new ClientMessage.Ignored("bad-hardware-address"), read(nobody.message()));
    }

    @Test
    public void whoSpeaksBootpIsToldNothingOfLeases() {
        Response.Reply reply = reply(new Packet());
        assertEquals("bootp-replies", reply.counter());
        assertEquals(Policies.address("10.0.0.9"), reply.message().yiaddr());
        assertEquals("255.255.255.255:68", to(reply));
        DhcpOptions options = reply.message().options();
        assertEquals(Optional.of(Ipv4Address.of(0xffffff00)), options.address(OptionCode.SUBNET_MASK));
        for (OptionCode dhcp : List.of(OptionCode.MESSAGE_TYPE, OptionCode.SERVER_ID, OptionCode.LEASE_TIME)) {
            assertFalse(dhcp.toString(), options.has(dhcp));
        }
        assertTrue(DhcpWriter.write(reply.message(), reply.limit()).remaining() >= 300);
    }

    @Test
    public void oldBridgesSayIeee802ForEthernet() {
        assertEquals(MessageType.OFFER, type(reply(Packet.of(Packet.DISCOVER).at(1, 6))));
    }

    @Test
    public void whoHasNoAddressHereIsToldSoWhenItAsksForOne() {
        BootAnswer refuse = new BootAnswer.Refuse("node n1 has the address 10.1.0.9");
        Response.Reply nak =
                reply(Packet.of(Packet.REQUEST).option(50, 10, 1, 0, 9).message(), refuse);
        assertEquals(MessageType.NAK, type(nak));
        assertEquals(
                Optional.of("node n1 has the address 10.1.0.9"),
                nak.message().options().text(OptionCode.MESSAGE));
        assertEquals("255.255.255.255:68", to(nak));
        ClientMessage.Query looking =
                (ClientMessage.Query) read(Packet.of(Packet.DISCOVER).message());
        assertEquals(
                new Response.NoReply("ignored", "node n1 has the address 10.1.0.9"),
                new Replier(Policies.SERVER).reply(looking, refuse));
    }

    @Test
    public void countsWhatNeedsNoAnswer() {
        assertEquals("bad-request", ignored(Packet.of(4)));
        assertEquals("bad-request", ignored(Packet.of(7)));
        assertEquals("other-server", ignored(Packet.of(7).ciaddr(ADDRESS).option(54, 10, 0, 0, 77)));
        assertEquals("unknown-type", ignored(Packet.of(99)));
        assertEquals("unknown-type", ignored(Packet.of(2)));
        assertEquals("not-a-request", ignored(Packet.of(1).at(0, 2)));
        assertEquals("bad-relay", ignored(Packet.of(1).giaddr(224, 0, 0, 1)));
        assertEquals("bad-relay", ignored(Packet.of(1).giaddr(255, 255, 255, 255)));
        assertEquals("bad-inform", ignored(Packet.of(8)));
        assertEquals("bad-request", ignored(Packet.of(3)));
        assertEquals("bad-hardware-address", ignored(Packet.of(1).at(28, 0xff)));
    }

    @Test
    public void staysSilentWhenThePolicySaysSo() {
        ClientMessage query = read(Packet.of(1).message());
        assertEquals(
                new Response.NoReply("ignored", "not ours"),
                new Replier(Policies.SERVER).reply((ClientMessage.Query) query, new BootAnswer.Ignore("not ours")));
    }

    @Test
    public void givesBackWhatIdentifiesTheClient() {
        Packet packet = Packet.of(1).option(61, 1, 2, 3).option(97, 0, 9, 9);
        DhcpOptions options = reply(packet).message().options();
        assertEquals(Optional.of(Octets.of(1, 2, 3)), options.get(OptionCode.CLIENT_ID));
        assertEquals(Optional.of(Octets.of(0, 9, 9)), options.get(OptionCode.MACHINE_ID));
    }

    @Test
    public void keepsToTheSizeThatTheClientTakes() {
        assertEquals(548, reply(Packet.of(1)).limit());
        assertEquals(548, reply(Packet.of(1).option(57, 1, 0)).limit());
        assertEquals(1444, reply(Packet.of(1).option(57, 0x05, 0xc0)).limit());
        assertEquals(1472, reply(Packet.of(1).option(57, 0xff, 0)).limit());
    }
}
