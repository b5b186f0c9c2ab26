package org.perceus.boot.internal.tftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A TFTP client with options and windows (RFC 7440) that can lose what arrives. */
final class WindowClient implements AutoCloseable {
    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final Random random;
    private final double loss;
    private InetSocketAddress peer;

    WindowClient(InetSocketAddress server, long seed, double loss) throws IOException {
        this.socket = new DatagramSocket(0, server.getAddress());
        this.server = server;
        this.random = new Random(seed);
        this.loss = loss;
        socket.setSoTimeout(300);
    }

    /** Waits for as long as a busy machine takes: for when an answer has to come. */
    WindowClient patient() throws IOException {
        socket.setSoTimeout(20_000);
        return this;
    }

    /** What the server said to a request. */
    sealed interface Reply {
        record Options(Map<String, String> acknowledged) implements Reply {}

        record Data(int block, byte[] content) implements Reply {}

        record Failure(int code, String sentence) implements Reply {}
    }

    Reply request(int opcode, String name, String mode, String... options) throws IOException {
        StringBuilder text = new StringBuilder(name).append('\0').append(mode).append('\0');
        for (String option : options) {
            text.append(option).append('\0');
        }
        byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        send(
                ByteBuffer.allocate(2 + octets.length)
                        .putShort((short) opcode)
                        .put(octets)
                        .array(),
                server);
        return receive();
    }

    void acknowledge(int block) throws IOException {
        acknowledge(block, peer);
    }

    void acknowledge(int block, InetSocketAddress to) throws IOException {
        send(ByteBuffer.allocate(4).putShort((short) 4).putShort((short) block).array(), to);
    }

    void raw(byte[] packet) throws IOException {
        send(packet, server);
    }

    private void send(byte[] packet, InetSocketAddress to) throws IOException {
        socket.send(new DatagramPacket(packet, packet.length, to));
    }

    Reply receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[70_000], 70_000);
        do {
            socket.receive(packet);
        } while (random.nextDouble() < loss);
        peer = (InetSocketAddress) packet.getSocketAddress();
        ByteBuffer buffer = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        int opcode = buffer.getShort();
        if (opcode == 6) {
            return new Reply.Options(options(rest(buffer)));
        }
        int number = buffer.getShort() & 0xffff;
        return opcode == 3
                ? new Reply.Data(number, rest(buffer))
                : new Reply.Failure(number, new String(rest(buffer), StandardCharsets.ISO_8859_1).trim());
    }

    InetSocketAddress peer() {
        return peer;
    }

    private static byte[] rest(ByteBuffer buffer) {
        return Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.limit());
    }

    private static Map<String, String> options(byte[] text) {
        String[] parts = new String(text, StandardCharsets.ISO_8859_1).split("\0");
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            options.put(parts[i], parts[i + 1]);
        }
        return options;
    }

    /** Reads a whole file; block size and window must be granted as asked. */
    byte[] fetch(String name, int blockSize, int window) throws IOException {
        Reply first = requestUntilAnswered(name, blockSize, window);
        if (!(first instanceof Reply.Options)) {
            throw new IOException("no options but " + first);
        }
        acknowledge(0);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int received = 0;
        int inWindow = 0;
        while (true) {
            try {
                if (receive() instanceof Reply.Data data && data.block() == (received + 1 & 0xffff)) {
                    received = data.block();
                    content.writeBytes(data.content());
                    boolean last = data.content().length < blockSize;
                    if (++inWindow == window || last) {
                        acknowledge(received);
                        inWindow = 0;
                    }
                    if (last) {
                        return content.toByteArray();
                    }
                    continue;
                }
            } catch (SocketTimeoutException e) {
                // Says below where it is.
            }
            acknowledge(received);
            inWindow = 0;
        }
    }

    private Reply requestUntilAnswered(String name, int blockSize, int window) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                return request(1, name, "octet", "blksize", "" + blockSize, "windowsize", "" + window);
            } catch (SocketTimeoutException e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
