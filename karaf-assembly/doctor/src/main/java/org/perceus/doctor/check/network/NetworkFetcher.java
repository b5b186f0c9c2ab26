package org.perceus.doctor.check.network;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.system.Sha256;

/** Gets files by the network of the thread that asks, and keeps only their hash. */
public final class NetworkFetcher implements Fetcher {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int TRIES = 3;

    /** Tried anew, as this client says nothing twice, and so loses the file with one packet. */
    @Override
    public Fetched tftp(Ipv4 server, String file) throws IOException {
        for (int i = 1; i < TRIES; i++) {
            try {
                return tryTftp(server, file);
            } catch (IOException e) {
                // the last time says why
                continue;
            }
        }
        return tryTftp(server, file);
    }

    private static Fetched tryTftp(Ipv4 server, String file) throws IOException {
        TFTPClient client = new TFTPClient();
        client.setDefaultTimeout(PATIENCE);
        client.setMaxTimeouts(1);
        client.open();
        try {
            return hashed(out -> client.receiveFile(
                    file, TFTP.BINARY_MODE, out, InetAddress.getByAddress(server.octets()), TFTP.DEFAULT_PORT));
        } finally {
            client.close();
        }
    }

    @Override
    public Fetched http(Ipv4 server, int port, String path) throws IOException {
        URL url = new URL("http", server.toString(), port, path);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("its status is " + connection.getResponseCode());
            }
            try (InputStream in = connection.getInputStream()) {
                return hashed(in::transferTo);
            }
        } finally {
            connection.disconnect();
        }
    }

    private interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    private static Fetched hashed(Source source) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (Counter counter = new Counter();
                DigestOutputStream out = new DigestOutputStream(counter, digest)) {
            source.writeTo(out);
            out.flush();
            return new Fetched(counter.count, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static final class Counter extends FilterOutputStream {
        private long count;

        Counter() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            count += length;
        }
    }
}
