package org.perceus.boot.internal.abuse;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.internal.file.BootFile;
import org.perceus.boot.internal.http.HttpDirectory;
import org.perceus.boot.internal.http.HttpServer;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LinuxDeviceSockets;
import org.perceus.boot.internal.tftp.TftpServer;

/**
 * HTTP and TFTP on the loopback device in a process of their own, which ends when its memory does. Argument: folder of
 * files, which both serve. Prints the two ports, and its counters when its input ends.
 */
final class SmallServers {
    private SmallServers() {}

    private record Endpoint(String prefix, Function<HttpRequest, HttpAnswer> behaviour) implements HttpEndpoint {
        @Override
        public HttpAnswer answer(HttpRequest request) {
            return behaviour.apply(request);
        }
    }

    private record Directory(Path folder) implements HttpDirectory {
        @Override
        public Optional<HttpEndpoint> endpoint(String path) {
            return Map.<String, Function<HttpRequest, HttpAnswer>>of(
                            "/length/", request -> HttpAnswer.ok(Integer.toString(request.body().length)),
                            "/file/",
                                    request -> new HttpAnswer.Content(
                                            folder.resolve(request.path().substring(6)), "x"))
                    .entrySet()
                    .stream()
                    .filter(entry -> path.startsWith(entry.getKey()))
                    .map(entry -> (HttpEndpoint) new Endpoint(entry.getKey(), entry.getValue()))
                    .findFirst();
        }

        @Override
        public Optional<BootFile> bootFile(String name, URI server) {
            return Optional.of(folder.resolve(name)).filter(Files::exists).map(BootFile.Stored::new);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Directory directory = new Directory(Path.of(arguments[0]));
        LinuxDeviceSockets sockets = new LinuxDeviceSockets();
        Counters counters = new Counters();
        InetSocketAddress local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerSocketChannel listener = sockets.listener("lo", local, 4096);
        URI base = URI.create("http://127.0.0.1:" + listener.socket().getLocalPort());
        TftpServer tftp = new TftpServer(
                "small-tftp",
                "lo",
                1500,
                local,
                sockets,
                name -> directory.bootFile(name, base),
                counters.scope("tftp"),
                System::nanoTime);
        HttpServer http = new HttpServer("small-http", listener, directory, () -> base, counters.scope("http"));
        try (tftp;
                http) {
            System.out.println(base.getPort() + " " + ((InetSocketAddress) tftp.address()).getPort());
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
        }
        counters.counters().forEach((name, value) -> System.out.println(name + " " + value));
    }
}
