package org.perceus.boot.internal.net;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;

/**
 * The neighbour table of Linux by its calls for single entries (arp(7)).
 *
 * @param device the name of the device
 */
record LinuxNeighborTable(String device) implements NeighborTable {
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;
    private static final NativeLong SIOCGARP = new NativeLong(0x8954);
    private static final NativeLong SIOCSARP = new NativeLong(0x8955);
    private static final short ARPHRD_ETHER = 1;
    private static final int ATF_COM = 2;
    private static final int EPERM = 1;
    private static final int ENXIO = 6;

    private static final int ADDRESS_AT = 4;
    private static final int HARDWARE_AT = 18;
    private static final int HARDWARE_LENGTH = 6;
    private static final int FLAGS_AT = 32;
    private static final int DEVICE_AT = 52;
    private static final int DEVICE_LENGTH = 16;
    private static final int LENGTH = DEVICE_AT + DEVICE_LENGTH;

    @Override
    public boolean introduce(Ipv4Address address, HardwareAddress machine) throws IOException {
        try {
            int socket = LibC.INSTANCE.socket(AF_INET, SOCK_DGRAM, 0);
            try {
                byte[] wanted = entry(address, machine);
                byte[] known = known(socket, entry(address, machine));
                if ((words(known).getInt(FLAGS_AT) & ATF_COM) == 0) {
                    LibC.INSTANCE.ioctl(socket, SIOCSARP, wanted);
                    return true;
                }
                return Arrays.equals(hardware(known), hardware(wanted));
            } finally {
                LibC.INSTANCE.close(socket);
            }
        } catch (LastErrorException e) {
            throw new IOException(sentence(e), e);
        } catch (LinkageError e) {
            throw new IOException("the native library of JNA does not load: " + e.getMessage(), e);
        }
    }

    /** What the kernel has for the address of an entry, which is without flags when that is nothing. */
    private static byte[] known(int socket, byte[] entry) {
        words(entry).putInt(FLAGS_AT, 0);
        try {
            LibC.INSTANCE.ioctl(socket, SIOCGARP, entry);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != ENXIO) {
                throw e;
            }
        }
        return entry;
    }

    private String sentence(LastErrorException e) {
        return e.getErrorCode() == EPERM
                ? "the kernel does not permit entries in its neighbour table: give the server CAP_NET_ADMIN"
                : "the kernel does not take a neighbour on " + device + ": " + e.getMessage();
    }

    /** A struct arpreq. */
    private byte[] entry(Ipv4Address address, HardwareAddress machine) {
        byte[] name = device.getBytes(StandardCharsets.UTF_8);
        return words(new byte[LENGTH])
                .putShort((short) AF_INET)
                .position(ADDRESS_AT)
                .put(address.octets())
                .position(HARDWARE_AT - Short.BYTES)
                .putShort(ARPHRD_ETHER)
                .put(machine.octets())
                .position(FLAGS_AT)
                .putInt(ATF_COM)
                .position(DEVICE_AT)
                .put(name, 0, Math.min(name.length, DEVICE_LENGTH - 1))
                .array();
    }

    private static byte[] hardware(byte[] entry) {
        return Arrays.copyOfRange(entry, HARDWARE_AT, HARDWARE_AT + HARDWARE_LENGTH);
    }

    private static ByteBuffer words(byte[] entry) {
        return ByteBuffer.wrap(entry).order(ByteOrder.nativeOrder());
    }
}
