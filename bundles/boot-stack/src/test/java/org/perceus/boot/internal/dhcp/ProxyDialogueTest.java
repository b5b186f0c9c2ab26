package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.internal.dhcp.ClientMessage.Kind;
import org.perceus.boot.internal.dhcp.ClientMessage.Notice;

/** What is said beside a server that gives the addresses, and what is left to it. */
public class ProxyDialogueTest {
    private static final Dialogue PROXY = Dialogue.of(Policies.PROXY);
    private static final InetSocketAddress CLIENT = Policies.address("10.0.0.9").at(4011);

    private static Packet bios(int type) {
        return Packet.of(type).option(60, "PXEClient:Arch:00000:UNDI:002001").option(93, 0, 0);
    }

    private static Packet uefi(int type) {
        return Packet.of(type).option(60, "PXEClient:Arch:00007:UNDI:003016").option(93, 0, 7);
    }

    private static Response.Reply reply(ClientMessage message, String file) {
        Response response = PROXY.replies().reply((ClientMessage.Query) message, Policies.program(file));
        return (Response.Reply) response;
    }

    private static Response.Reply offer(Packet packet, String file) {
        return reply(PROXY.classifier().read(packet.message()), file);
    }

    private static String ignored(ClientMessage message) {
        return ((ClientMessage.Ignored) message).counter();
    }

    @Test
    public void offersAProgramAndNoAddress() {
        DhcpMessage offer = offer(bios(Packet.DISCOVER).option(97, 0, 1, 2), "undionly.kpxe")
                .message();
        DhcpOptions options = offer.options();
        assertEquals(Ipv4Address.NONE, offer.yiaddr());
        assertEquals(Policies.SERVER_ADDRESS, offer.siaddr());
        assertEquals("undionly.kpxe", offer.file());
        assertEquals(Optional.of(MessageType.OFFER), options.messageType());
        assertEquals(Optional.of("PXEClient"), options.text(OptionCode.VENDOR_CLASS));
        assertEquals(Optional.of(Octets.of(6, 1, 8, 255)), options.get(OptionCode.VENDOR_SPECIFIC));
        assertEquals(Optional.of(Octets.of(0, 1, 2)), options.get(OptionCode.MACHINE_ID));
        for (OptionCode code : new OptionCode[] {OptionCode.LEASE_TIME, OptionCode.SUBNET_MASK, OptionCode.ROUTER}) {
            assertFalse(code.toString(), options.has(code));
        }
    }

    @Test
    public void theRolesAreToldApartByThePolicy() {
        ClientMessage.Query query = (ClientMessage.Query)
                PROXY.classifier().read(bios(Packet.DISCOVER).message());
        assertEquals(DhcpRole.PROXY, query.client().role());
        assertTrue(PROXY.replies().reply(query, Policies.serve("10.0.0.9")) instanceof Response.NoReply);
        assertTrue(
                Dialogue.of(Policies.SERVER).replies().reply(query, Policies.program("x")) instanceof Response.NoReply);
    }

    @Test
    public void uefiIsNotToldHowToDiscoverAndAsksTheBootServer() {
        DhcpOptions offer =
                offer(uefi(Packet.DISCOVER), "snponly.efi").message().options();
        assertEquals(Optional.of("PXEClient"), offer.text(OptionCode.VENDOR_CLASS));
        assertFalse(offer.has(OptionCode.VENDOR_SPECIFIC));
        ClientMessage asked = new BootServerClassifier(new Queries(Policies.PROXY), CLIENT)
                .read(uefi(Packet.REQUEST).ciaddr(10, 0, 0, 9).message());
        Response.Reply answer = reply(asked, "snponly.efi");
        assertEquals(CLIENT, answer.to());
        assertEquals(Optional.of(MessageType.ACK), answer.message().options().messageType());
        assertEquals(Policies.address("10.0.0.9"), answer.message().ciaddr());
        assertEquals("snponly.efi", answer.message().file());
    }

    @Test
    public void uefiHttpBootKnowsTheOfferByItsClass() {
        DhcpMessage offer = offer(
                        Packet.of(Packet.DISCOVER)
                                .option(60, "HTTPClient:Arch:00016:UNDI:003001")
                                .option(93, 0, 16),
                        "http://10.0.0.1:9870/boot/snponly.efi")
                .message();
        assertEquals(Optional.of("HTTPClient"), offer.options().text(OptionCode.VENDOR_CLASS));
        assertEquals(
                Optional.of("http://10.0.0.1:9870/boot/snponly.efi"),
                offer.options().text(OptionCode.BOOT_FILE));
    }

    @Test
    public void ipxeIsNotKeptFromHearingUs() {
        DhcpOptions offer = reply(
                        PROXY.classifier().read(Captures.message("bios-ipxe-rom-discover")),
                        "http://10.0.0.1:9870/boot/x/ipxe")
                .message()
                .options();
        assertEquals(Optional.of("PXEClient"), offer.text(OptionCode.VENDOR_CLASS));
        assertFalse(offer.has(OptionCode.IPXE));
    }

    @Test
    public void aRelayGetsTheOffer() {
        Response.Reply offer = offer(bios(Packet.DISCOVER).giaddr(10, 7, 0, 1), "undionly.kpxe");
        assertEquals(Policies.address("10.7.0.1").at(67), offer.to());
        assertEquals(
                "there is no address to send it to",
                DhcpMessage.BROADCAST,
                offer.message().flags());
    }

    @Test
    public void whatIsTheOtherServersIsLeftToIt() {
        Classifier classifier = PROXY.classifier();
        assertEquals(
                "not-booting",
                ignored(classifier.read(Packet.of(Packet.DISCOVER).message())));
        assertEquals(
                "other-server",
                ignored(classifier.read(
                        bios(Packet.REQUEST).option(54, 10, 0, 0, 2).message())));
        for (int type : new int[] {4, 7, 8}) {
            assertEquals(
                    "other-server",
                    ignored(classifier.read(Packet.of(type).ciaddr(10, 0, 0, 9).message())));
        }
        assertEquals("other-server", ignored(classifier.read(new Packet().message())));
    }

    @Test
    public void whatIsTakenBehindARelayIsHeard() {
        ClientMessage.Notification taken = (ClientMessage.Notification) PROXY.classifier()
                .read(bios(Packet.REQUEST)
                        .giaddr(10, 7, 0, 1)
                        .option(54, 10, 0, 0, 2)
                        .option(50, 10, 7, 0, 9)
                        .message());
        assertEquals(Notice.TAKEN, taken.kind());
        assertEquals(Policies.address("10.7.0.9"), taken.address());
    }

    @Test
    public void theBootServerAnswersFirmwareAlone() {
        Classifier classifier = new BootServerClassifier(new Queries(Policies.PROXY), CLIENT);
        assertEquals(
                "not-booting",
                ignored(classifier.read(
                        Packet.of(Packet.REQUEST).ciaddr(10, 0, 0, 9).message())));
        assertEquals(
                "not-booting", ignored(classifier.read(uefi(Packet.DISCOVER).message())));
        assertEquals(
                "not-a-request",
                ignored(classifier.read(uefi(Packet.REQUEST).at(0, 2).message())));
        ClientMessage.Query query = (ClientMessage.Query)
                classifier.read(uefi(8).ciaddr(10, 0, 0, 9).message());
        assertEquals(new Kind.Program(CLIENT), query.kind());
    }
}
