package org.perceus.doctor.check.network;

import java.io.IOException;
import org.perceus.doctor.address.Ipv4;

/** Gets files as a node does. */
public interface Fetcher {
    /**
     * What came.
     *
     * @param length in bytes
     * @param sha256 64 lower-case hexadecimal digits
     */
    record Fetched(long length, String sha256) {}

    /**
     * By TFTP (RFC 1350), at its well-known port.
     *
     * @throws IOException with a sentence why nothing whole came
     */
    Fetched tftp(Ipv4 server, String file) throws IOException;

    /**
     * By HTTP.
     *
     * @throws IOException with a sentence why nothing whole came
     */
    Fetched http(Ipv4 server, int port, String path) throws IOException;
}
