package org.perceus.doctor.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tries ports by taking them for a moment. */
public final class LocalPorts implements Ports {
    @Override
    public boolean isTaken(String device, boolean tcp, int port) throws IOException {
        try (NativeSocket socket = new NativeSocket(LibC.AF_INET, tcp ? LibC.SOCK_STREAM : LibC.SOCK_DGRAM, 0)) {
            byte[] name = device.getBytes(StandardCharsets.UTF_8);
            socket.set(LibC.SOL_SOCKET, LibC.SO_BINDTODEVICE, Arrays.copyOf(name, name.length + 1));
            if (tcp) {
                // connections that have ended are in nobody's way
                socket.set(LibC.SOL_SOCKET, LibC.SO_REUSEADDR, NativeSocket.number(1));
            }
            return !socket.bind(Endpoint.of(0, port));
        }
    }
}
