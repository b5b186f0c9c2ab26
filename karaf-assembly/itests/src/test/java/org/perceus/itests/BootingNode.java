package org.perceus.itests;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.Firmware;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.MacAddress;

/** A machine that got its offer and talks HTTP to the container. */
final class BootingNode {
    private final String claim;

    private BootingNode(String claim) {
        this.claim = claim;
    }

    /** Asks for the offer that a DHCP client with iPXE gets. */
    static BootingNode offered(BootPolicy policy, MacAddress mac) throws Exception {
        return new BootingNode(claim(policy, mac, TinySite.ADDRESS));
    }

    /** Where the container serves HTTP. */
    static URI server() {
        return URI.create("http://127.0.0.1:" + System.getProperty(ContainerTest.HTTP_PORT));
    }

    /** The claim in the script that the offer names which a DHCP client with iPXE gets. */
    static String claim(BootPolicy policy, MacAddress mac, String address) throws Exception {
        BootClient client = new BootClient(
                new HardwareAddress(mac.value()),
                new Firmware(Firmware.Loader.IPXE, Firmware.Architecture.UEFI_X64),
                Ipv4Address.parse("127.0.0.1"),
                Optional.empty(),
                ThreadLocalRandom.current().nextInt(),
                BootClient.Purpose.FIND,
                DhcpRole.SERVER,
                server());
        BootAnswer answer = policy.answer(client).toCompletableFuture().get(1, TimeUnit.MINUTES);
        if (!(answer instanceof BootAnswer.Serve serve)) {
            throw new AssertionError(answer);
        }
        URI script = URI.create(serve.program().file().orElseThrow());
        try (NodeConnection connection = new NodeConnection(server(), address)) {
            return connection.get(script.getPath()).replaceFirst("(?s).* perceus\\.claim=(\\S+) .*", "$1");
        }
    }

    /** What Perceus OS is told to do. */
    String script() throws IOException {
        try (NodeConnection connection = new NodeConnection(server(), TinySite.ADDRESS)) {
            return connection.script(claim);
        }
    }
}
