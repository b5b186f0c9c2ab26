package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.PacketReceiver;

/**
 * Passes on what machines of the wire say themselves, and what known relays pass on for others: whoever can send to this server
 * could else speak for the machines of any network (RFC 1542 section 4.1.1 has the address of the relay in the message itself).
 */
final class KnownRelays implements PacketReceiver {
    private final PacketReceiver receiver;
    private final Relays relays;
    private final Supplier<Optional<BootPolicy>> policy;
    private final Counters.Scope counters;

    /** @param policy who is told of relays that are not known */
    KnownRelays(
            PacketReceiver receiver, Relays relays, Supplier<Optional<BootPolicy>> policy, Counters.Scope counters) {
        this.receiver = receiver;
        this.relays = relays;
        this.policy = policy;
        this.counters = counters;
    }

    @Override
    public void received(ByteBuffer packet, InetSocketAddress sender) {
        Optional<Ipv4Address> relay =
                isRelayed(packet) ? address(sender).filter(one -> !relays.has(one)) : Optional.empty();
        if (relay.isEmpty()) {
            receiver.received(packet, sender);
            return;
        }
        counters.count("unknown-relay");
        policy.get().ifPresent(decider -> decider.strangeRelay(relay.get()));
    }

    private static boolean isRelayed(ByteBuffer packet) {
        return packet.remaining() >= DhcpParser.RELAY + Ipv4Address.LENGTH
                && packet.getInt(packet.position() + DhcpParser.RELAY) != 0;
    }

    private static Optional<Ipv4Address> address(InetSocketAddress sender) {
        return IpAddress.of(sender.getAddress()) instanceof Ipv4Address found ? Optional.of(found) : Optional.empty();
    }

    @Override
    public boolean goOn() {
        return receiver.goOn();
    }
}
