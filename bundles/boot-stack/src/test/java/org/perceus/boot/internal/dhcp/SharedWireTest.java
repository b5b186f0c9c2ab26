package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.HardwareAddress;

public class SharedWireTest {
    private static final Ipv4Address FIRST = Policies.address("10.0.0.1");
    private static final Ipv4Address SECOND = Policies.address("10.20.0.1");
    private static final int[] SECOND_OCTETS = {10, 20, 0, 1};

    private Optional<Ipv4Address> chosen = Optional.empty();
    private Optional<Ipv4Address> said = Optional.empty();

    private final BootPolicy policy = new BootPolicy() {
        @Override
        public CompletionStage<BootAnswer> answer(BootClient client) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public Ipv4Address link(HardwareAddress mac, Optional<Ipv4Address> held, List<Ipv4Address> links) {
            assertEquals(List.of(FIRST, SECOND), links);
            said = held;
            return chosen.orElse(links.get(0));
        }
    };
    private Optional<BootPolicy> there = Optional.of(policy);

    private final SharedWire wire = new SharedWire(List.of(facts(FIRST), facts(SECOND)), () -> there);

    private static ServerFacts facts(Ipv4Address address) {
        return new ServerFacts(address, URI.create("http://" + address + ":9870"), DhcpRole.SERVER, 67);
    }

    private ClientMessage.Query ask(Packet packet) {
        return (ClientMessage.Query) wire.read(packet.message());
    }

    private DhcpMessage answer(Packet packet) {
        return ((Response.Reply) wire.reply(ask(packet), Policies.serve("10.20.0.9"))).message();
    }

    @Test
    public void thePolicySaysWhoseNetworkIsWhich() {
        chosen = Optional.of(SECOND);
        ClientMessage.Query query = ask(Packet.of(1));
        assertEquals(SECOND, query.client().link());
        assertEquals(URI.create("http://10.20.0.1:9870"), query.client().server());
        DhcpMessage offer = answer(Packet.of(1));
        assertEquals(Optional.of(SECOND), offer.options().address(OptionCode.SERVER_ID));
        assertEquals(SECOND, offer.siaddr());
    }

    @Test
    public void withoutAPolicyItIsTheFirst() {
        there = Optional.empty();
        assertEquals(FIRST, ask(Packet.of(1)).client().link());
    }

    @Test
    public void anAddressThatIsNotServedIsNoChoice() {
        chosen = Optional.of(Policies.address("10.99.0.1"));
        assertEquals(FIRST, ask(Packet.of(1)).client().link());
    }

    @Test
    public void whoTookAnOfferGoesOnWithWhoMadeIt() {
        Packet request = Packet.of(3).option(54, SECOND_OCTETS).option(50, 10, 20, 0, 9);
        assertEquals(SECOND, ask(request).client().link());
        assertEquals(MessageType.ACK, answer(request).options().messageType().orElseThrow());
    }

    @Test
    public void anOfferOfAnotherServerIsNotOurs() {
        ClientMessage message = wire.read(
                Packet.of(3).option(54, 10, 0, 0, 77).option(50, 10, 0, 0, 9).message());
        assertEquals(new ClientMessage.Ignored("other-server"), message);
    }

    @Test
    public void whatAClientSaysThatItHasHelpsThePolicy() {
        ask(Packet.of(3).ciaddr(10, 20, 0, 9));
        assertEquals(Optional.of(Policies.address("10.20.0.9")), said);
    }

    @Test
    public void aRelayKnowsTheNetworkItself() {
        chosen = Optional.of(SECOND);
        BootClient client = ask(Packet.of(1).giaddr(10, 30, 0, 254)).client();
        assertEquals(Policies.address("10.30.0.254"), client.link());
        assertEquals(URI.create("http://10.0.0.1:9870"), client.server());
    }

    @Test
    public void oneAddressIsNoQuestion() {
        assertTrue(Dialogue.of(List.of(facts(FIRST)), () -> there).classifier() instanceof MessageClassifier);
    }
}
