package org.perceus.boot.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.DeviceSockets;
import org.perceus.boot.internal.net.Devices;
import org.perceus.boot.internal.net.LinuxDeviceSockets;
import org.perceus.boot.internal.net.NeighborSocket;
import org.perceus.boot.internal.net.NeighborTable;

/** Devices come and go and configurations change; the sockets are real ones on the loopback device. */
public class ProvisioningInterfaceTest {
    /** Its port, and those that its transfers share. */
    private static final int OF_TFTP = 65;

    private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
    private final List<String> opened = new ArrayList<>();
    private final BootServices services = new BootServices();
    private volatile Optional<Devices.Device> device = Optional.of(loopback(1));
    private volatile Optional<String> refusal = Optional.empty();
    private ProvisioningInterface serving;

    /** Opens real sockets, and notes or refuses them. */
    private final DeviceSockets sockets = new DeviceSockets() {
        private final DeviceSockets real = new LinuxDeviceSockets();

        @Override
        public DatagramChannel datagram(String name, InetSocketAddress local, int receiveBuffer) throws IOException {
            note("udp");
            return real.datagram(name, local, receiveBuffer);
        }

        @Override
        public ServerSocketChannel listener(String name, InetSocketAddress local, int backlog) throws IOException {
            note("tcp");
            return real.listener(name, local, backlog);
        }

        @Override
        public NeighborSocket neighbors(String name, int index) throws IOException {
            note("icmp");
            return real.neighbors(name, index);
        }

        @Override
        public NeighborTable neighborTable(String name) {
            return real.neighborTable(name);
        }
    };

    private synchronized void note(String kind) throws IOException {
        if (refusal.isPresent()) {
            throw new IOException(refusal.get());
        }
        opened.add(kind);
    }

    private synchronized List<String> opened() {
        List<String> copy = List.copyOf(opened);
        opened.clear();
        return copy;
    }

    private static Devices.Device loopback(int index) {
        return new Devices.Device("lo", index, 1500, List.of(Ipv4Address.parse("127.0.0.1")));
    }

    private void start(TestConfig config) {
        services.bindPolicy(new SubnetPolicy(24), Map.of());
        serving = new ProvisioningInterface(name -> device, sockets, services, new Counters(), this::publish, config);
    }

    private Runnable publish(ServingInterface one) {
        published.add(String.join(",", one.servers()));
        return () -> published.add("withdrawn");
    }

    private String next() throws InterruptedException {
        return String.valueOf(published.poll(10, TimeUnit.SECONDS));
    }

    private static TestConfig config() {
        return TestConfig.of("lo").withPorts(0, 0, 0);
    }

    @After
    public void stop() {
        if (serving != null) {
            serving.stop();
        }
    }

    @Test
    public void servesAndStops() throws Exception {
        start(config());
        assertEquals("dhcp,tftp,http", next());
        serving.stop();
        assertEquals("withdrawn", next());
        // A thread that has nothing more to do may need a moment to be gone.
        for (int i = 0; i < 100 && !threads().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), threads());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("boot-lo"))
                .toList();
    }

    @Test
    public void waitsForTheDevice() throws Exception {
        device = Optional.empty();
        start(config());
        assertEquals(null, published.poll(1500, TimeUnit.MILLISECONDS));
        device = Optional.of(loopback(1));
        assertEquals("dhcp,tftp,http", next());
    }

    @Test
    public void startsAnewWhenTheDeviceWentAndCameBack() throws Exception {
        start(config());
        assertEquals("dhcp,tftp,http", next());
        device = Optional.of(loopback(2));
        assertEquals("withdrawn", next());
        assertEquals("dhcp,tftp,http", next());
        device = Optional.empty();
        assertEquals("withdrawn", next());
    }

    @Test
    public void startsNothingOnSocketsThatAreRefused() throws Exception {
        refusal = Optional.of("the kernel does not permit this");
        start(config());
        assertEquals(null, published.poll(1500, TimeUnit.MILLISECONDS));
        refusal = Optional.empty();
        assertEquals("dhcp,tftp,http", next());
    }

    private static List<String> sockets(int tcp, int udp) {
        return Stream.concat(Collections.nCopies(tcp, "tcp").stream(), Collections.nCopies(udp, "udp").stream())
                .toList();
    }

    @Test
    public void changesOnlyWhatTheConfigurationChanges() throws Exception {
        start(config());
        assertEquals("dhcp,tftp,http", next());
        assertEquals(sockets(1, 1 + OF_TFTP), opened());
        serving.modified(new TestConfig("lo", "", "full", false, true, false, 0, 0, false, 6666, 0, 1));
        assertEquals("withdrawn", next());
        assertEquals("dhcp,http", next());
        assertTrue("nothing was opened anew", opened().isEmpty());
        serving.modified(new TestConfig("lo", "", "external", true, true, false, 0, 0, false, 6666, 0, 1));
        assertEquals("withdrawn", next());
        assertEquals("tftp,http", next());
        assertEquals(sockets(0, OF_TFTP), opened());
        serving.modified(new TestConfig("lo", "", "proxy", true, true, false, 0, 0, false, 6666, 0, 1));
        assertEquals("withdrawn", next());
        assertEquals("proxy-dhcp,pxe,tftp,http", next());
        assertEquals(sockets(0, 2), opened());
        serving.modified(config());
        assertEquals("withdrawn", next());
        assertEquals("dhcp,tftp,http", next());
    }

    @Test
    public void keepsServingWhenAChangeIsWrong() throws Exception {
        start(config());
        assertEquals("dhcp,tftp,http", next());
        serving.modified(config().withAddress("nonsense"));
        assertEquals(null, published.poll(1500, TimeUnit.MILLISECONDS));
    }

    @Test
    public void servesNamesAndTakesOverWhomItAsks() throws Exception {
        start(config().withDns(TestDns.at(0, "none")));
        assertEquals("dhcp,tftp,http,dns", next());
        opened();
        serving.modified(config().withDns(TestDns.at(0, "192.0.2.1, 127.0.0.1")));
        assertEquals(null, published.poll(1500, TimeUnit.MILLISECONDS));
        assertEquals(List.of("udp", "tcp"), opened());
        serving.modified(config());
        assertEquals("withdrawn", next());
        assertEquals("dhcp,tftp,http", next());
    }

    @Test
    public void aPortOfNamesThatIsTakenHoldsUpNothingElse() throws Exception {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            start(config().withDns(TestDns.at(other.getLocalPort(), "none")));
            assertEquals("dhcp,tftp,http", next());
        }
        assertEquals("withdrawn", next());
        assertEquals("dhcp,tftp,http,dns", next());
    }

    @Test
    public void waitsForAConfigurationThatMakesSense() throws Exception {
        start(TestConfig.of("").withPorts(0, 0, 0));
        serving.modified(config());
        assertEquals("dhcp,tftp,http", next());
    }
}
