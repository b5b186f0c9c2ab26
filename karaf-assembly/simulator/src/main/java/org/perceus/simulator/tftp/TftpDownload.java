package org.perceus.simulator.tftp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.perceus.simulator.io.EventLoop;
import org.perceus.simulator.io.Retransmission;

/** Reads a file as firmware does (RFC 1350, RFC 2347 to 2349), whole or its first block. Belongs to the loop's thread. */
public final class TftpDownload {
    private static final int PORT = 69;
    private static final int BLOCK = 1432;
    private static final int READ = 1;
    private static final int DATA = 3;
    private static final int ACK = 4;
    private static final int ERROR = 5;
    private static final int OPTIONS_ACK = 6;
    private static final int NOT_DEFINED = 0;
    private static final int UNKNOWN_TRANSFER = 5;

    private final EventLoop loop;
    private final boolean whole;
    private final LongConsumer got;
    private final Consumer<String> failed;
    private final DatagramChannel channel;
    private final Retransmission retransmission;
    private SocketAddress peer;
    private boolean answered;
    private ByteBuffer last;
    private int blockSize = 512;
    private int received;
    private long bytes;

    private TftpDownload(
            EventLoop loop,
            DatagramChannel channel,
            boolean whole,
            Runnable repeated,
            LongConsumer got,
            Consumer<String> failed) {
        this.loop = loop;
        this.channel = channel;
        this.whole = whole;
        this.got = got;
        this.failed = failed;
        this.retransmission = new Retransmission(loop, repeated, () -> end("no answer by TFTP"));
    }

    /**
     * Begins.
     *
     * @param from the node's address
     * @param whole false to break off after the first block
     * @param repeated is told of each repetition
     * @param got is told how many octets came
     * @param failed is told in a sentence why they did not
     */
    public static void begin(
            EventLoop loop,
            Inet4Address from,
            Inet4Address server,
            String file,
            boolean whole,
            Runnable repeated,
            LongConsumer got,
            Consumer<String> failed) {
        loop.sockets().take(() -> {
            try {
                DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
                channel.configureBlocking(false);
                channel.bind(new InetSocketAddress(from, 0));
                TftpDownload download = new TftpDownload(loop, channel, whole, repeated, got, failed);
                loop.register(channel, SelectionKey.OP_READ, key -> download.receive());
                download.peer = new InetSocketAddress(server, PORT);
                download.send(request(file));
            } catch (IOException e) {
                loop.sockets().giveBack();
                failed.accept("no socket at " + from.getHostAddress() + ": " + e.getMessage());
            }
        });
    }

    private static ByteBuffer request(String file) {
        String words = file + "\0octet\0tsize\0" + "0\0blksize\0" + BLOCK + "\0";
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + text.length)
                .putShort((short) READ)
                .put(text)
                .flip();
    }

    private void send(ByteBuffer packet) {
        last = packet;
        retransmission.begin(this::transmit);
    }

    private void transmit() {
        try {
            channel.send(last.duplicate(), peer);
        } catch (IOException e) {
            end("TFTP cannot be sent: " + e.getMessage());
        }
    }

    private void receive() {
        try {
            ByteBuffer packet = loop.buffer();
            SocketAddress sender = channel.receive(packet);
            if (sender == null || packet.flip().remaining() < 4) {
                return;
            }
            if (!answered) {
                answered = true;
                peer = sender;
            }
            if (sender.equals(peer)) {
                taken(packet.getShort(), packet);
            } else {
                channel.send(error(UNKNOWN_TRANSFER), sender);
            }
        } catch (IOException e) {
            end("TFTP broke: " + e.getMessage());
        }
    }

    private void taken(int code, ByteBuffer packet) throws IOException {
        if (code == OPTIONS_ACK && received == 0) {
            blockSize = BLOCK;
            send(acknowledge(0));
        } else if (code == DATA && packet.getShort() == (short) (received + 1)) {
            received++;
            bytes += packet.remaining();
            block(packet.remaining());
        } else if (code == ERROR) {
            end("TFTP refuses the boot program: "
                    + StandardCharsets.UTF_8
                            .decode(packet.position(4))
                            .toString()
                            .trim());
        }
    }

    private void block(int length) throws IOException {
        boolean end = length < blockSize;
        if (!end && whole) {
            send(acknowledge(received));
            return;
        }
        channel.send(end ? acknowledge(received) : error(NOT_DEFINED), peer);
        end(null);
    }

    private static ByteBuffer acknowledge(int block) {
        return ByteBuffer.allocate(4)
                .putShort((short) ACK)
                .putShort((short) block)
                .flip();
    }

    private static ByteBuffer error(int code) {
        return ByteBuffer.allocate(5)
                .putShort((short) ERROR)
                .putShort((short) code)
                .put((byte) 0)
                .flip();
    }

    private void end(String failure) {
        retransmission.stop();
        try {
            channel.close();
        } catch (IOException e) {
            // of a datagram socket nothing is left to lose
        }
        loop.sockets().giveBack();
        if (failure == null) {
            got.accept(bytes);
        } else {
            failed.accept(failure);
        }
    }
}
