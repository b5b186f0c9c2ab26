package org.perceus.boot.internal.net;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** A raw ICMPv6 socket of Linux, bound to a device, that lets router solicitations in and nothing else. */
final class LinuxNeighborSocket implements NeighborSocket {
    private static final int AF_INET6 = 10;
    private static final int SOCK_RAW = 3;
    private static final int IPPROTO_ICMPV6 = 58;
    private static final int SO_RCVTIMEO = 20;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int IPV6_JOIN_GROUP = 20;
    private static final int ICMP6_FILTER = 1;
    private static final int ROUTER_SOLICITATION = 133;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final long PAUSE_MICROS = 300_000;
    private static final byte[] ALL_ROUTERS = {(byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2};
    private static final int NAME_LENGTH = 28;
    private static final int ADDRESS_AT = 8;
    private static final int ADDRESS_LENGTH = 16;
    private static final int ROOM = 1500;

    private final int socket;
    private final int deviceIndex;

    private LinuxNeighborSocket(int socket, int deviceIndex) {
        this.socket = socket;
        this.deviceIndex = deviceIndex;
    }

    static LinuxNeighborSocket open(String device, int deviceIndex) throws SocketRefusedException {
        try {
            LinuxNeighborSocket opened =
                    new LinuxNeighborSocket(LibC.INSTANCE.socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6), deviceIndex);
            opened.prepare(device);
            return opened;
        } catch (LastErrorException e) {
            throw new SocketRefusedException(
                    "router solicitations on " + device + " cannot be heard (" + e.getMessage()
                            + "): it takes IPv6 on the device and CAP_NET_RAW, and without it iPXE waits for seconds",
                    e);
        } catch (LinkageError e) {
            throw new SocketRefusedException(
                    "the native library of JNA does not load: " + e.getMessage(), new IllegalStateException(e));
        }
    }

    private void prepare(String device) {
        try {
            // Before the group is joined, so that not one foreign packet is queued.
            option(LibC.SOL_SOCKET, LibC.SO_BINDTODEVICE, Arrays.copyOf(device.getBytes(), device.length() + 1));
            option(IPPROTO_ICMPV6, ICMP6_FILTER, onlySolicitations());
            option(
                    LibC.SOL_SOCKET,
                    SO_RCVTIMEO,
                    words(16).putLong(0).putLong(PAUSE_MICROS).array());
            // RFC 4861 section 6.1.2: an advertisement that did not come with hop limit 255 is dropped.
            option(IPPROTO_IPV6, IPV6_UNICAST_HOPS, words(4).putInt(255).array());
            option(
                    IPPROTO_IPV6,
                    IPV6_JOIN_GROUP,
                    words(20).put(ALL_ROUTERS).putInt(deviceIndex).array());
        } catch (LastErrorException e) {
            close();
            throw e;
        }
    }

    private void option(int level, int option, byte[] value) {
        LibC.INSTANCE.setsockopt(socket, level, option, value, value.length);
    }

    /** A bit that is set keeps the messages of that type out (RFC 3542 section 3.2). */
    private static byte[] onlySolicitations() {
        ByteBuffer filter = words(32);
        for (int word = 0; word < 8; word++) {
            filter.putInt(word == ROUTER_SOLICITATION / 32 ? ~(1 << ROUTER_SOLICITATION % 32) : ~0);
        }
        return filter.array();
    }

    @Override
    public Optional<Received> receive() throws IOException {
        byte[] message = new byte[ROOM];
        byte[] name = new byte[NAME_LENGTH];
        try {
            int length = LibC.INSTANCE
                    .recvfrom(socket, message, new NativeLong(ROOM), 0, name, new IntByReference(NAME_LENGTH))
                    .intValue();
            byte[] source = Arrays.copyOfRange(name, ADDRESS_AT, ADDRESS_AT + ADDRESS_LENGTH);
            return Optional.of(new Received(source, Arrays.copyOf(message, length)));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EAGAIN || e.getErrorCode() == EINTR) {
                return Optional.empty();
            }
            throw new IOException("no router solicitation can be received: " + e.getMessage(), e);
        }
    }

    @Override
    public void send(byte[] target, byte[] message) throws IOException {
        byte[] name = words(NAME_LENGTH)
                .putShort((short) AF_INET6)
                .putShort((short) 0)
                .putInt(0)
                .put(target)
                .putInt(deviceIndex)
                .array();
        try {
            LibC.INSTANCE.sendto(socket, message, new NativeLong(message.length), 0, name, name.length);
        } catch (LastErrorException e) {
            throw new IOException("a router advertisement cannot be sent: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            LibC.INSTANCE.close(socket);
        } catch (LastErrorException alreadyClosed) {
            // The descriptor is gone either way.
        }
    }

    private static ByteBuffer words(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }
}
