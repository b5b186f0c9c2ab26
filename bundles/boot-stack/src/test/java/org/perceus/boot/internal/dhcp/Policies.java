package org.perceus.boot.internal.dhcp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootProgram;
import org.perceus.boot.DhcpRole;

/** Answers for tests. */
final class Policies {
    static final Ipv4Address SERVER_ADDRESS = Ipv4Address.of(0x0a000001);
    static final ServerFacts SERVER = facts(DhcpRole.SERVER);
    static final ServerFacts PROXY = facts(DhcpRole.PROXY);
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private Policies() {}

    private static ServerFacts facts(DhcpRole role) {
        return new ServerFacts(SERVER_ADDRESS, URI.create("http://10.0.0.1:9870"), role, 67);
    }

    static Ipv4Address address(String text) {
        int bits = 0;
        for (String part : text.split("\\.")) {
            bits = bits << 8 | Integer.parseInt(part);
        }
        return Ipv4Address.of(bits);
    }

    static BootAnswer.Serve serve(String address) {
        return serve(lease(address));
    }

    static BootAnswer.Serve serve(AddressLease lease) {
        return new BootAnswer.Serve(Optional.of(lease), new BootProgram.File("ipxe.efi"));
    }

    static BootAnswer.Serve serve(String address, BootProgram program) {
        return new BootAnswer.Serve(Optional.of(lease(address)), program);
    }

    /** What to boot, and no address. */
    static BootAnswer.Serve program(String file) {
        return new BootAnswer.Serve(Optional.empty(), new BootProgram.File(file));
    }

    static AddressLease lease(String address) {
        return lease(address, true);
    }

    /** One that is not kept for the client. */
    static AddressLease lent(String address) {
        return lease(address, false);
    }

    private static AddressLease lease(String address, boolean reserved) {
        return new AddressLease(
                address(address),
                24,
                Optional.of(address("10.0.0.254")),
                List.of(address("10.0.0.2"), address("10.0.0.3")),
                Optional.of("n0009"),
                Optional.of("cluster.example"),
                Duration.ofSeconds(800),
                List.of(),
                reserved);
    }
}
