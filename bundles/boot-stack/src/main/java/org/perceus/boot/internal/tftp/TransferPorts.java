package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.boot.internal.net.DeviceSockets;

/**
 * The ports of all transfers, in turn, so that a client's next transfer has another one than its last (RFC 1350 section 4).
 * Belongs to the server's thread.
 */
final class TransferPorts implements AutoCloseable {
    /** So many that the windows of hundreds of clients fit into their send buffers; one packet of each is taken in turn. */
    private static final int PORTS = 64;

    /** A thousand acknowledgements. */
    private static final int RECEIVE_BUFFER = 512 << 10;

    private final List<TransferPort> ports = new ArrayList<>();
    private int turn;

    private TransferPorts() {}

    /**
     * Opens them.
     *
     * @param device to which they are bound
     * @param local any port of the server's address
     * @param selector hears of what can be received, with the {@link TransferPort} as attachment
     */
    static TransferPorts open(DeviceSockets sockets, String device, InetSocketAddress local, Selector selector)
            throws IOException {
        TransferPorts opened = new TransferPorts();
        try {
            while (opened.ports.size() < PORTS) {
                DatagramChannel channel = sockets.datagram(device, local, RECEIVE_BUFFER);
                TransferPort port = new TransferPort(channel);
                opened.ports.add(port);
                channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, port);
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** The next one at which nothing is under way to a client; none when it has a transfer at each. */
    Optional<TransferPort> next(InetSocketAddress peer) {
        for (int tried = 0; tried < PORTS; tried++) {
            TransferPort port = ports.get(turn);
            turn = (turn + 1) % PORTS;
            if (port.isFreeFor(peer)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (TransferPort port : ports) {
            port.close();
        }
    }
}
