package org.perceus.doctor.wire;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Ethernet frames of one device (packet(7)). Belongs to one thread. */
final class PacketSocket implements AutoCloseable {
    static final int ALL = 0x0003;
    static final int LLC = 0x0004;
    static final int ARP = 0x0806;

    private static final int PATIENCE_MILLIS = 50;
    private static final int BUFFER = 4 << 20;
    private static final int ADDRESS = 20;
    private static final int MULTICAST = 0;

    /** Where the kernel says what became of a frame (sll_pkttype), and what it says of those that go out. */
    private static final int TYPE = 10;

    private static final int OUTGOING = 4;

    private final NativeSocket socket;
    private final int index;
    private final byte[] address;

    /**
     * What passed.
     *
     * @param own whether this machine sent it
     */
    record Frame(byte[] octets, boolean own) {}

    /** @param protocol which frames to hear: an EtherType, {@link #ALL} or {@link #LLC} */
    PacketSocket(String device, int protocol) throws IOException {
        this.index = index(device);
        this.address = address(protocol);
        this.socket = new NativeSocket(LibC.AF_PACKET, LibC.SOCK_RAW, 0);
        try {
            if (protocol == ALL) {
                socket.filter(PacketFilter.DHCP_ANSWERS);
            }
            socket.set(LibC.SOL_SOCKET, LibC.SO_RCVBUF, NativeSocket.number(BUFFER));
            socket.patience(PATIENCE_MILLIS);
            // hears nothing before this
            socket.bind(address);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Has the card take frames to a group of machines (PACKET_MR_MULTICAST). */
    void join(byte[] group) throws IOException {
        socket.set(
                LibC.SOL_PACKET,
                LibC.PACKET_ADD_MEMBERSHIP,
                ByteBuffer.allocate(16)
                        .order(ByteOrder.nativeOrder())
                        .putInt(index)
                        .putShort((short) MULTICAST)
                        .putShort((short) group.length)
                        .put(group)
                        .array());
    }

    void send(byte[] frame) throws IOException {
        socket.send(frame, address);
    }

    /** The next frame; empty when none came within a twentieth of a second. */
    Optional<Frame> receive() throws IOException {
        return socket.receive()
                .map(datagram -> new Frame(datagram.data(), datagram.sender().get(TYPE) == OUTGOING));
    }

    @Override
    public void close() {
        socket.close();
    }

    private byte[] address(int protocol) {
        ByteBuffer link = ByteBuffer.allocate(ADDRESS).order(ByteOrder.nativeOrder());
        link.putShort((short) LibC.AF_PACKET);
        link.put((byte) (protocol >> 8)).put((byte) protocol);
        return link.putInt(index).array();
    }

    private static int index(String device) throws IOException {
        try {
            return LibC.INSTANCE.if_nametoindex(device);
        } catch (LastErrorException e) {
            throw new IOException("there is no device " + device, e);
        } catch (LinkageError e) {
            throw new IOException("the native library of JNA does not load: " + e.getMessage(), e);
        }
    }
}
