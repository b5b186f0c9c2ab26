package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.PacketReceiver;

public class KnownRelaysTest {
    private final List<Integer> passed = new ArrayList<>();
    private final List<Ipv4Address> told = new ArrayList<>();
    private final Counters counters = new Counters();

    private final PacketReceiver next = new PacketReceiver() {
        @Override
        public void received(ByteBuffer packet, InetSocketAddress sender) {
            passed.add(packet.remaining());
        }
    };

    private final BootPolicy policy = new BootPolicy() {
        @Override
        public CompletionStage<BootAnswer> answer(BootClient client) {
            return CompletableFuture.completedFuture(new BootAnswer.Ignore(""));
        }

        @Override
        public void strangeRelay(Ipv4Address relay) {
            told.add(relay);
        }
    };

    private void send(String relays, String from, int giaddr, int length) throws Exception {
        ByteBuffer packet = ByteBuffer.allocate(length + 8).position(8);
        if (length >= 28) {
            packet.putInt(8 + 24, giaddr);
        }
        new KnownRelays(next, Relays.parse(relays), () -> Optional.of(policy), counters.scope("dhcp.eth1"))
                .received(packet, new InetSocketAddress(InetAddress.getByName(from), 67));
    }

    @Test
    public void machinesOfTheWireSpeakForThemselves() throws Exception {
        send("", "0.0.0.0", 0, 300);
        send("", "10.10.0.7", 0, 300);
        assertEquals("what is no message is counted elsewhere", 0, told.size());
        send("", "10.10.0.7", 1, 27);
        assertEquals(List.of(300, 300, 27), passed);
    }

    @Test
    public void relaysThatAreNamedSpeakForOthers() throws Exception {
        send(" 10.10.0.254, 10.10.0.253 ", "10.10.0.254", 0x0a140001, 300);
        send("any", "10.10.0.1", 0x0a140001, 300);
        assertEquals(List.of(300, 300), passed);
        assertEquals(List.of(), told);
    }

    @Test
    public void othersAreToldOf() throws Exception {
        send("10.10.0.254", "10.10.0.66", 0x0a140001, 300);
        send("", "10.10.0.254", 0x0a140001, 300);
        assertEquals(List.of(), passed);
        assertEquals(List.of(Ipv4Address.parse("10.10.0.66"), Ipv4Address.parse("10.10.0.254")), told);
        assertEquals(2L, counters.counters().get("dhcp.eth1.unknown-relay").longValue());
    }

    @Test
    public void whatIsNoAddressIsRefused() {
        for (String wrong : List.of("relay.example", "10.10.0", "any, 10.10.0.1", "10.10.0.254/24")) {
            assertThrows(wrong, IllegalArgumentException.class, () -> Relays.parse(wrong));
        }
    }
}
