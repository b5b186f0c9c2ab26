package org.perceus.boot.internal.dhcp;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.HardwareAddress;

/**
 * The dialogues of a server with addresses of several networks on one wire. To each client it is the one of them that is in the
 * client's network, which the client cannot say before it has an address: the policy does. A client that names one of the
 * addresses (RFC 2132 section 9.7) goes on with that. Pure, but for the policy.
 */
final class SharedWire implements Classifier, Replies {
    private final List<Ipv4Address> addresses;
    private final Map<Ipv4Address, Classifier> classifiers = new HashMap<>();
    private final Map<URI, Replies> replies = new HashMap<>();
    private final Supplier<Optional<BootPolicy>> policy;

    /** @param servers at least one, the first for whom the policy says nothing of */
    SharedWire(List<ServerFacts> servers, Supplier<Optional<BootPolicy>> policy) {
        this.addresses = servers.stream().map(ServerFacts::address).toList();
        this.policy = policy;
        for (ServerFacts server : servers) {
            Dialogue dialogue = Dialogue.of(server);
            classifiers.put(server.address(), dialogue.classifier());
            replies.put(server.http(), dialogue.replies());
        }
    }

    @Override
    public ClientMessage read(DhcpMessage message, HardwareAddress mac) {
        return classifiers.get(address(message, mac)).read(message, mac);
    }

    @Override
    public Response reply(ClientMessage.Query query, BootAnswer answer) {
        return replies.get(query.client().server()).reply(query, answer);
    }

    private Ipv4Address address(DhcpMessage message, HardwareAddress mac) {
        Optional<Ipv4Address> named =
                message.options().address(OptionCode.SERVER_ID).filter(addresses::contains);
        return named.or(() -> message.relayed() ? Optional.empty() : ofPolicy(message, mac))
                .orElse(addresses.get(0));
    }

    private Optional<Ipv4Address> ofPolicy(DhcpMessage message, HardwareAddress mac) {
        Optional<Ipv4Address> held = Optional.of(message.ciaddr()).filter(Ipv4Address::isHost);
        return policy.get().map(decider -> decider.link(mac, held, addresses)).filter(addresses::contains);
    }
}
