package org.perceus.itests;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.Firmware;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.MacAddress;

/** A machine that got its offer and talks HTTP to the container. */
final class BootingNode {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String claim;

    private BootingNode(URI server, String claim) {
        this.server = server;
        this.claim = claim;
    }

    /** Asks for the offer that a DHCP client with iPXE gets. */
    static BootingNode offered(BootPolicy policy, MacAddress mac) throws Exception {
        return new BootingNode(server(), claim(policy, mac));
    }

    /** Where the container serves HTTP. */
    static URI server() {
        return URI.create("http://127.0.0.1:" + System.getProperty(ContainerTest.HTTP_PORT));
    }

    /** The claim in the offer that a DHCP client with iPXE gets. */
    static String claim(BootPolicy policy, MacAddress mac) throws Exception {
        BootClient client = new BootClient(
                new HardwareAddress(mac.value()),
                new Firmware(Firmware.Loader.IPXE, Firmware.Architecture.UEFI_X64),
                (Inet4Address) InetAddress.getByName("127.0.0.1"),
                Optional.empty(),
                server());
        BootAnswer answer = policy.answer(client).toCompletableFuture().get(1, TimeUnit.MINUTES);
        if (!(answer instanceof BootAnswer.Lease)) {
            throw new AssertionError(answer);
        }
        String script = ((BootAnswer.Lease) answer).bootFile().orElseThrow();
        return script.replaceFirst(".*/boot/([^/]+)/ipxe", "$1");
    }

    /** What Perceus OS is told to do. */
    String script() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/node/script"))
                .header("Authorization", "Bearer " + claim)
                .POST(BodyPublishers.ofString("arch=x86_64\nmemory-kib=4194304\n"))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
