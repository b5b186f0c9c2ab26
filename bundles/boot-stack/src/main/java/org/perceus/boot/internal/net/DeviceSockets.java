package org.perceus.boot.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;

/**
 * Opens sockets that hear one network device and speak on it, and on no other. Thread-safe.
 *
 * <p>Whatever fails, the exception's message is one sentence for the operator; there is never a socket that hears more.
 */
public interface DeviceSockets {
    /**
     * Opens a bound UDP socket that may broadcast.
     *
     * @param device name of the device
     * @param local address and port, 0 for any free port
     * @param receiveBuffer octets of packets that may wait in the kernel, each with what it costs to hold it; where the
     *     server may not (CAP_NET_ADMIN), there are as many as net.core.rmem_max permits
     */
    DatagramChannel datagram(String device, InetSocketAddress local, int receiveBuffer) throws IOException;

    /**
     * Opens a listening TCP socket.
     *
     * @param device name of the device
     * @param local address and port, 0 for any free port
     * @param backlog how many connections may wait to be accepted
     */
    ServerSocketChannel listener(String device, InetSocketAddress local, int backlog) throws IOException;

    /**
     * Opens a socket for IPv6 router solicitations.
     *
     * @param device name of the device
     * @param index the kernel's number of it
     */
    NeighborSocket neighbors(String device, int index) throws IOException;

    /** @param device name of the device */
    NeighborTable neighborTable(String device);
}
