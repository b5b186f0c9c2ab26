package org.perceus.itests;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An HTTP connection to the container from an address of the loopback device that is not the server's. */
final class NodeConnection implements Closeable {
    private static final String BODY = "arch=x86_64\nmemory-kib=4194304\n";

    private final URI server;
    private final Socket socket;
    private final InputStream in;

    NodeConnection(URI server, String address) throws IOException {
        this.server = server;
        this.socket = new Socket(server.getHost(), server.getPort(), InetAddress.getByName(address), 0);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** What Perceus OS is told to do; with the status before it unless that is 200. */
    String script(String claim) throws IOException {
        return ask(
                "POST /node/script", "Authorization: Bearer " + claim + "\r\nContent-Length: " + BODY.length(), BODY);
    }

    /** What is at a path; with the status before it unless that is 200. */
    String get(String path) throws IOException {
        return ask("GET " + path, "Accept: */*", "");
    }

    private String ask(String line, String headers, String body) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String answer() throws IOException {
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
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

    private String line() throws IOException {
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
