package org.perceus.boot.internal.net;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.NetworkChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Socket options that Java does not have (socket(7)). */
final class LinuxSocketOptions {
    private static final Logger LOG = LoggerFactory.getLogger(LinuxSocketOptions.class);
    private static final int EPERM = 1;
    private static final int ENODEV = 19;

    private LinuxSocketOptions() {}

    /** SO_BINDTODEVICE. */
    static void bindToDevice(NetworkChannel channel, String device) throws SocketRefusedException {
        byte[] name = device.getBytes(StandardCharsets.UTF_8);
        byte[] terminated = Arrays.copyOf(name, name.length + 1);
        try {
            LibC.INSTANCE.setsockopt(
                    descriptor(channel), LibC.SOL_SOCKET, LibC.SO_BINDTODEVICE, terminated, terminated.length);
        } catch (LastErrorException e) {
            throw new SocketRefusedException(sentence(device, e), e);
        } catch (LinkageError e) {
            throw new SocketRefusedException(
                    "a socket cannot be bound to " + device + ": the native library of JNA does not load ("
                            + e.getMessage() + ")",
                    new IllegalStateException(e));
        }
    }

    /** SO_RCVBUFFORCE, or SO_RCVBUF where this process may not set it. */
    static void receiveBuffer(NetworkChannel channel, int octets) throws IOException {
        byte[] value = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(octets)
                .array();
        try {
            LibC.INSTANCE.setsockopt(descriptor(channel), LibC.SOL_SOCKET, LibC.SO_RCVBUFFORCE, value, value.length);
        } catch (LastErrorException e) {
            LOG.debug("A receive buffer of {} is asked for, as it cannot be forced: {}", octets, e.getMessage());
            channel.setOption(StandardSocketOptions.SO_RCVBUF, octets);
        }
    }

    private static String sentence(String device, LastErrorException e) {
        if (e.getErrorCode() == EPERM) {
            return "the kernel does not permit binding a socket to " + device
                    + ": give the server CAP_NET_RAW or run it on Linux 5.7 or newer";
        }
        return e.getErrorCode() == ENODEV
                ? "there is no network device " + device
                : "a socket cannot be bound to " + device + ": " + e.getMessage();
    }

    private static int descriptor(NetworkChannel channel) throws SocketRefusedException {
        try {
            Method method = channel.getClass().getMethod("getFDVal");
            method.setAccessible(true);
            return (int) method.invoke(channel);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | RuntimeException e) {
            throw new SocketRefusedException(
                    "sockets cannot be bound to a device: start Java with"
                            + " --add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    e);
        }
    }
}
