package org.perceus.boot.internal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client for {@link BoundToDeviceIT}: asks a server by all three protocols and prints what it hears. */
final class ProbeProgram {
    private static final int PATIENCE_MILLIS = 2000;

    private ProbeProgram() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress server = InetAddress.getByName(arguments[0]);
        kernelLog(server);
        System.out.println("dhcp " + dhcp(server));
        System.out.println("tftp " + tftp(server));
        System.out.println("http " + http(server));
    }

    /** A broadcast, and the same request by unicast as a renewing client would send it. */
    private static String dhcp(InetAddress server) throws IOException {
        ByteBuffer discover = ByteBuffer.allocate(300);
        discover.put(new byte[] {1, 1, 6, 0, 1, 2, 3, 4});
        discover.put(28, new byte[] {0x52, 0x54, 0, 0, 0, 5});
        discover.putInt(236, 0x63825363).put(240, new byte[] {53, 1, 1, (byte) 255});
        try (DatagramSocket socket = new DatagramSocket(68)) {
            socket.setBroadcast(true);
            String broadcast = ask(socket, discover.array(), InetAddress.getByName("255.255.255.255"), 67);
            return broadcast.equals("silence")
                    ? ask(socket, discover.array(), server, 67)
                    : broadcast.equals("2") ? "offer" : broadcast;
        }
    }

    /** Nobody answers that; the server says that it heard it. */
    private static void kernelLog(InetAddress server) throws IOException {
        byte[] packet = "4,371,9000000,-;Kernel panic - not syncing\n".getBytes(StandardCharsets.US_ASCII);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(packet, packet.length, server, 6666));
        }
    }

    private static String tftp(InetAddress server) throws IOException {
        byte[] request = "\0\1undionly.kpxe\0octet\0".getBytes(StandardCharsets.ISO_8859_1);
        try (DatagramSocket socket = new DatagramSocket()) {
            String heard = ask(socket, request, server, 69);
            return heard.equals("0") ? "data" : heard;
        }
    }

    /** The first octet of the answer. */
    private static String ask(DatagramSocket socket, byte[] packet, InetAddress server, int port) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.send(new DatagramPacket(packet, packet.length, server, port));
        DatagramPacket answer = new DatagramPacket(new byte[2000], 2000);
        try {
            socket.receive(answer);
            return Integer.toString(answer.getData()[0]);
        } catch (SocketTimeoutException e) {
            return "silence";
        }
    }

    private static String http(InetAddress server) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://" + server.getHostAddress() + ":9870/nothing")
                        .toURL()
                        .openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            return Integer.toString(connection.getResponseCode());
        } catch (IOException e) {
            return "silence";
        }
    }
}
