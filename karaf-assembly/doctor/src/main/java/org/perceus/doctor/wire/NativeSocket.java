package org.perceus.doctor.wire;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** A socket of the kernel's own interface. Belongs to one thread. */
final class NativeSocket implements AutoCloseable {
    private static final int EAGAIN = 11;
    private static final int EINTR = 4;
    private static final int EADDRINUSE = 98;
    private static final int LARGEST = 65536;
    private static final int ADDRESS_ROOM = 32;

    private final int descriptor;
    private final byte[] buffer = new byte[LARGEST];

    /**
     * A datagram.
     *
     * @param data what it carries
     * @param sender the sender's address as the kernel writes it
     */
    record Datagram(byte[] data, ByteBuffer sender) {}

    /** @throws IOException with a sentence when this account may not have such a socket */
    NativeSocket(int domain, int type, int protocol) throws IOException {
        try {
            descriptor = LibC.INSTANCE.socket(domain, type, protocol);
        } catch (LastErrorException e) {
            throw Refusals.of("a socket cannot be opened", e);
        } catch (LinkageError e) {
            throw new IOException("the native library of JNA does not load: " + e.getMessage(), e);
        }
    }

    void set(int level, int option, byte[] value) throws IOException {
        try {
            LibC.INSTANCE.setsockopt(descriptor, level, option, value, value.length);
        } catch (LastErrorException e) {
            throw Refusals.of("a socket cannot be prepared", e);
        }
    }

    void filter(PacketFilter filter) throws IOException {
        try {
            LibC.INSTANCE.setsockopt(
                    descriptor, LibC.SOL_SOCKET, LibC.SO_ATTACH_FILTER, filter.program(), PacketFilter.PROGRAM_SIZE);
        } catch (LastErrorException e) {
            throw Refusals.of("a filter cannot be set", e);
        }
    }

    /** How long {@link #receive} waits at most. */
    void patience(int millis) throws IOException {
        set(
                LibC.SOL_SOCKET,
                LibC.SO_RCVTIMEO,
                ByteBuffer.allocate(16)
                        .order(ByteOrder.nativeOrder())
                        .putLong(millis / 1000)
                        .putLong(millis % 1000 * 1000L)
                        .array());
    }

    /** Whether it got the address: false when another socket has it. */
    boolean bind(byte[] address) throws IOException {
        try {
            LibC.INSTANCE.bind(descriptor, address, address.length);
            return true;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EADDRINUSE) {
                return false;
            }
            throw Refusals.of("a socket cannot be bound", e);
        }
    }

    void send(byte[] data, byte[] address) throws IOException {
        try {
            LibC.INSTANCE.sendto(descriptor, data, data.length, 0, address, address.length);
        } catch (LastErrorException e) {
            throw Refusals.of("nothing can be sent", e);
        }
    }

    /** Empty when nothing came in time. */
    Optional<Datagram> receive() throws IOException {
        byte[] sender = new byte[ADDRESS_ROOM];
        try {
            long length = LibC.INSTANCE.recvfrom(descriptor, buffer, LARGEST, 0, sender, new int[] {ADDRESS_ROOM});
            return Optional.of(new Datagram(
                    Arrays.copyOf(buffer, (int) length), ByteBuffer.wrap(sender).order(ByteOrder.nativeOrder())));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EAGAIN || e.getErrorCode() == EINTR) {
                return Optional.empty();
            }
            throw Refusals.of("nothing can be received", e);
        }
    }

    @Override
    public void close() {
        LibC.INSTANCE.close(descriptor);
    }

    /** A number as the kernel reads it. */
    static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }
}
