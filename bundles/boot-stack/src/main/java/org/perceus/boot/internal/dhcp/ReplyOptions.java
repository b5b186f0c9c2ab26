package org.perceus.boot.internal.dhcp;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.DhcpOption;

/** The options of replies, the most needed first. Pure. */
final class ReplyOptions {
    private static final long LONGEST_LEASE = 0xffffffffL;

    /** What a client gives back to know its own (RFC 6842, RFC 4578 section 2.3, RFC 3046 section 2.2). */
    private static final List<OptionCode> ECHOED =
            List.of(OptionCode.CLIENT_ID, OptionCode.MACHINE_ID, OptionCode.RELAY_AGENT);

    private final ServerFacts server;
    private final BootOptions bootOptions;

    ReplyOptions(ServerFacts server) {
        this.server = server;
        this.bootOptions = new BootOptions(server);
    }

    DhcpOptions lease(Grant grant, MessageType type) {
        DhcpOptions.Builder options = begin(type);
        long seconds =
                Math.min(LONGEST_LEASE, Math.max(1, grant.lease().duration().toSeconds()));
        options.put(OptionCode.LEASE_TIME, Octets.int32(seconds))
                .put(OptionCode.RENEWAL, Octets.int32(seconds / 2))
                .put(OptionCode.REBINDING, Octets.int32(seconds - seconds / 8));
        if (grant.isRapid()) {
            options.put(OptionCode.RAPID_COMMIT, Octets.of());
        }
        network(options, grant);
        return options.build();
    }

    /** Of an answer that says what to boot and nothing else. */
    DhcpOptions program(ClientMessage.Query query, String file, MessageType type) {
        DhcpOptions.Builder options = begin(type);
        bootOptions.addBeside(options, query, file);
        echo(options, query.message());
        return options.build();
    }

    DhcpOptions inform(Grant grant) {
        DhcpOptions.Builder options = begin(MessageType.ACK);
        network(options, grant);
        return options.build();
    }

    /** RFC 1534 section 2: options of BOOTP alone. */
    DhcpOptions bootp(Grant grant) {
        DhcpOptions.Builder options = DhcpOptions.builder();
        network(options, grant);
        return options.build();
    }

    DhcpOptions nak(DhcpMessage request, String sentence) {
        DhcpOptions.Builder options = begin(MessageType.NAK).put(OptionCode.MESSAGE, sentence);
        echo(options, request);
        return options.build();
    }

    private DhcpOptions.Builder begin(MessageType type) {
        return DhcpOptions.builder()
                .put(OptionCode.MESSAGE_TYPE, Octets.of(type.value()))
                .put(OptionCode.SERVER_ID, server.address());
    }

    private void network(DhcpOptions.Builder options, Grant grant) {
        ClientMessage.Query query = grant.query();
        AddressLease lease = grant.lease();
        Ipv4Address mask = Ipv4Address.mask(lease.prefixLength());
        options.put(OptionCode.SUBNET_MASK, mask);
        lease.router().ifPresent(router -> options.put(OptionCode.ROUTER, router));
        grant.bootFile().ifPresent(file -> bootOptions.add(options, query, file));
        Set<Integer> wanted = wanted(query.message().options());
        if (wants(wanted, OptionCode.NAME_SERVERS) && !lease.nameServers().isEmpty()) {
            options.put(OptionCode.NAME_SERVERS, lease.nameServers());
        }
        if (wants(wanted, OptionCode.HOST_NAME)) {
            lease.hostName().ifPresent(name -> options.put(OptionCode.HOST_NAME, name));
        }
        if (wants(wanted, OptionCode.DOMAIN)) {
            lease.domain().ifPresent(name -> options.put(OptionCode.DOMAIN, name));
        }
        if (wants(wanted, OptionCode.BROADCAST)) {
            options.put(OptionCode.BROADCAST, new Ipv4Address(lease.address().bits() | ~mask.bits()));
        }
        for (DhcpOption option : lease.options()) {
            OptionCode code = new OptionCode(option.code());
            if (option.isUnasked() || wants(wanted, code)) {
                options.put(code, Octets.copy(option.value()));
            }
        }
        echo(options, query.message());
    }

    private static void echo(DhcpOptions.Builder options, DhcpMessage request) {
        ECHOED.forEach(code -> request.options().get(code).ifPresent(value -> options.put(code, value)));
    }

    /** The codes of the parameter request list (RFC 2132 section 9.8); none when the client has no list. */
    private static Set<Integer> wanted(DhcpOptions options) {
        return options.get(OptionCode.PARAMETERS)
                .map(list ->
                        IntStream.range(0, list.length()).mapToObj(list::at).collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }

    private static boolean wants(Set<Integer> wanted, OptionCode code) {
        return wanted.isEmpty() || wanted.contains(code.value());
    }
}
