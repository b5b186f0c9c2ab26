package org.perceus.itests;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** A node that asks for its script again and again, from an address of its own. */
final class SimulatedNode implements AutoCloseable {
    private final byte[] request;
    private final URI server;
    private final InetAddress address;
    private final Thread thread;
    private volatile boolean over;

    /** @param hears each answer, or what went wrong in its place */
    SimulatedNode(int number, String claim, Consumer<String> hears) throws IOException {
        this.server = BootingNode.server();
        this.address = InetAddress.getByName("127.0.0." + (10 + number));
        String body = "arch=x86_64\nmemory-kib=4194304\n";
        this.request = ("POST /node/script HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer "
                        + claim + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        this.thread = new Thread(() -> ask(hears), "simulated-node-" + number);
        thread.start();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Consumer<String> hears) {
        while (!over) {
            try (Socket socket = new Socket(server.getHost(), server.getPort(), address, 0);
                    InputStream in = new BufferedInputStream(socket.getInputStream())) {
                socket.setTcpNoDelay(true);
                while (!over) {
                    socket.getOutputStream().write(request);
                    hears.accept(answer(in));
                }
            } catch (IOException e) {
                hears.accept("no answer: " + e);
            }
        }
    }

    /** The body of an answer; with its status before it unless that is 200. */
    private static String answer(InputStream in) throws IOException {
        String status = line(in);
        int length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return (status.contains(" 200 ") ? "" : status + " ") + new String(body, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
