package org.perceus.boot.internal.net;

import com.sun.jna.LastErrorException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.NetworkChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The socket option SO_BINDTODEVICE (socket(7)), which Java does not have. */
final class BindToDevice {
    private static final int EPERM = 1;
    private static final int ENODEV = 19;

    private BindToDevice() {}

    static void bind(NetworkChannel channel, String device) throws SocketRefusedException {
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
