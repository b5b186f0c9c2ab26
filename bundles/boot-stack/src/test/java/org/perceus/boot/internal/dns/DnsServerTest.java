package org.perceus.boot.internal.dns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.perceus.boot.internal.dns.zone.NameServer;
import org.perceus.boot.internal.net.Counters;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Real sockets on the loopback device; a second server of this kind is the resolver of the first. */
public class DnsServerTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Counters counters = new Counters();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestNames names = TestNames.sample().network("127.0.0.0", 8, "");

    private InetSocketAddress start(TestNames known, Resolver... resolvers) throws IOException {
        ServerSocketChannel tcp =
                ServerSocketChannel.open(StandardProtocolFamily.INET).bind(new InetSocketAddress(LOOPBACK, 0));
        InetSocketAddress address = (InetSocketAddress) tcp.getLocalAddress();
        DatagramChannel udp = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            udp.bind(address);
        } catch (BindException e) {
            // somebody has the port for the other protocol: the next one is another
            udp.close();
            tcp.close();
            return start(known, resolvers);
        }
        open.add(new DnsServer(
                "dns-of-test",
                udp,
                tcp,
                new NameServer("perceus", TestNames.address("10.10.0.1"), false),
                () -> Optional.of(() -> known),
                List.of(resolvers),
                counters.scope("dns"),
                new SecureRandom(),
                System::nanoTime));
        return address;
    }

    @After
    public void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("dns-of-test")));
    }

    private static Resolver resolver(InetSocketAddress address) {
        return new Resolver(address.getAddress(), address.getPort());
    }

    private static Message question(String name, int type) {
        Message query = new Message();
        query.getHeader().setFlag(Flags.RD);
        query.addRecord(TestNames.question(name, type), Section.QUESTION);
        return query;
    }

    private static Message udp(InetSocketAddress server, Message query) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] octets = query.toWire();
            socket.send(new DatagramPacket(octets, octets.length, server));
            DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
            socket.setSoTimeout(10_000);
            socket.receive(answer);
            return new Message(Arrays.copyOf(answer.getData(), answer.getLength()));
        }
    }

    private static void send(Socket socket, Message query) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        byte[] octets = query.toWire();
        out.writeShort(octets.length);
        out.write(octets);
        out.flush();
    }

    private static Message receive(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return new Message(in.readNBytes(in.readUnsignedShort()));
    }

    private static Message tcp(InetSocketAddress server, Message query) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            send(socket, query);
            return receive(socket);
        }
    }

    private static String data(Message answer) {
        return answer.getSection(Section.ANSWER).get(0).rdataToString();
    }

    @Test(timeout = 60_000)
    public void answersByUdpAndTcp() throws Exception {
        InetSocketAddress server = start(names);
        Message answer = udp(server, question("N0001.cluster.example", Type.A));
        assertEquals("10.10.0.101", data(answer));
        assertTrue(answer.getHeader().getFlag(Flags.AA));
        assertEquals("N0001.cluster.example.", answer.getQuestion().getName().toString());
        assertEquals("n0001.cluster.example.", data(tcp(server, question("101.0.10.10.in-addr.arpa", Type.PTR))));
    }

    @Test(timeout = 60_000)
    public void answersSeveralQuestionsOnAConnection() throws Exception {
        InetSocketAddress server = start(names);
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            send(socket, question("n0001", Type.A));
            send(socket, question("n0009", Type.A));
            assertEquals(Rcode.NOERROR, receive(socket).getRcode());
            assertEquals(Rcode.NXDOMAIN, receive(socket).getRcode());
        }
    }

    @Test(timeout = 60_000)
    public void forwardsByUdpAndTcp() throws Exception {
        TestNames others =
                new TestNames().network("127.0.0.0", 8, "example.com").host("www", "192.0.2.80");
        InetSocketAddress server = start(names, resolver(start(others)));
        Message answer = udp(server, question("Www.example.com", Type.A));
        assertEquals("192.0.2.80", data(answer));
        assertTrue(answer.getHeader().getFlag(Flags.RA));
        assertEquals(
                "Www.example.com.",
                answer.getSection(Section.ANSWER).get(0).getName().toString());
        assertEquals("192.0.2.80", data(tcp(server, question("www.example.com", Type.A))));
        assertEquals(
                Rcode.NXDOMAIN,
                udp(server, question("nobody.example.com", Type.A)).getRcode());
    }

    @Test(timeout = 60_000)
    public void refusesAtOnceWhenThereIsNobodyToAsk() throws Exception {
        InetSocketAddress server = start(names);
        Message answer = udp(server, question("www.example.com", Type.A));
        assertEquals(Rcode.REFUSED, answer.getRcode());
        assertEquals(false, answer.getHeader().getFlag(Flags.RA));
    }

    @Test(timeout = 60_000)
    public void saysAtOnceThatNobodyIsThere() throws Exception {
        Resolver nobody;
        try (DatagramSocket gone = new DatagramSocket(0, LOOPBACK)) {
            nobody = new Resolver(LOOPBACK, gone.getLocalPort());
        }
        InetSocketAddress server = start(names, nobody);
        assertEquals(
                Rcode.SERVFAIL, udp(server, question("www.example.com", Type.A)).getRcode());
        assertEquals(
                Rcode.SERVFAIL, tcp(server, question("www.example.com", Type.A)).getRcode());
        assertTrue("not by time", counters.counters().getOrDefault("dns.resolver-timeouts", 0L) == 0);
    }

    @Test(timeout = 60_000)
    public void letsALargeAnswerComeByTcp() throws Exception {
        try (DatagramSocket udp = new DatagramSocket(0, LOOPBACK);
                ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 5, LOOPBACK)) {
            Thread resolver = new Thread(() -> large(udp, tcp), "large-resolver");
            resolver.start();
            InetSocketAddress server = start(names, new Resolver(LOOPBACK, udp.getLocalPort()));
            Message query = question("large.example.com", Type.TXT);
            query.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
            assertTrue(udp(server, query).getHeader().getFlag(Flags.TC));
            assertEquals(40, tcp(server, query).getSection(Section.ANSWER).size());
            resolver.join();
        }
    }

    /** Says by UDP that the answer is too large, and says it by TCP. */
    private static void large(DatagramSocket udp, ServerSocket tcp) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            udp.receive(packet);
            Message answer = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
            answer.getHeader().setFlag(Flags.QR);
            answer.getHeader().setFlag(Flags.TC);
            byte[] octets = answer.toWire();
            udp.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
            try (Socket socket = tcp.accept()) {
                Message whole = receive(socket);
                whole.getHeader().setFlag(Flags.QR);
                for (int i = 0; i < 40; i++) {
                    whole.addRecord(
                            new TXTRecord(whole.getQuestion().getName(), DClass.IN, 5, i + "x".repeat(200)),
                            Section.ANSWER);
                }
                send(socket, whole);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test(timeout = 60_000)
    public void servesNoStrangers() throws Exception {
        names = TestNames.sample();
        InetSocketAddress server = start(names);
        assertEquals(Rcode.REFUSED, udp(server, question("n0001", Type.A)).getRcode());
        assertEquals(1, (long) counters.counters().get("dns.strangers"));
    }

    @Test(timeout = 60_000)
    public void doesNotAnswerAnswersAndBoundsRefusals() throws Exception {
        InetSocketAddress server = start(TestNames.sample());
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(1000);
            byte[] query = question("n0001", Type.A).toWire();
            for (int i = 0; i < 5000; i++) {
                socket.send(new DatagramPacket(query, query.length, server));
            }
            int answers = 0;
            try {
                while (true) {
                    socket.receive(new DatagramPacket(new byte[512], 512));
                    answers++;
                }
            } catch (SocketTimeoutException e) {
                assertTrue(answers + " answers", answers < 5000);
            }
            assertTrue(counters.counters().get("dns.silent") > 0);
        }
    }

    @Test(timeout = 60_000)
    public void cutsOffAClientWithTooManyConnections() throws Exception {
        InetSocketAddress server = start(names);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Socket socket = new Socket(server.getAddress(), server.getPort());
            sockets.add(socket);
            send(socket, question("n0001", Type.A));
            receive(socket);
        }
        try (Socket ninth = new Socket(server.getAddress(), server.getPort())) {
            ninth.setSoTimeout(10_000);
            assertEquals(-1, ninth.getInputStream().read());
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        assertEquals(1, (long) counters.counters().get("dns.tcp-client-overload"));
    }

    @Test(timeout = 60_000)
    public void survivesClientsThatLeaveAndLie() throws Exception {
        InetSocketAddress server = start(names);
        for (int i = 0; i < 50; i++) {
            try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
                // announces more than it may
                socket.getOutputStream().write(new byte[] {(byte) 0xff, (byte) 0xff, 1});
                socket.setSoLinger(i % 2 == 0, 0);
            }
        }
        for (int i = 0; i < 100 && !answers(server); i++) {
            Thread.sleep(50);
        }
        assertTrue(answers(server));
    }

    private static boolean answers(InetSocketAddress server) {
        try {
            return data(tcp(server, question("n0001", Type.A))).equals("10.10.0.101");
        } catch (IOException e) {
            return false;
        }
    }
}
