package org.perceus.boot.internal.tftp;

import static org.junit.Assert.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.Assert;
import org.junit.Test;

public class TransferPortTest {
    /** Linux takes no packet for port 0, as it takes none while a link is down. */
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    public void whatTheSystemDoesNotTakeIsLostAndNoMore() throws Exception {
        try (DatagramChannel channel = DatagramChannel.open();
                DatagramChannel client = DatagramChannel.open().bind(NOWHERE)) {
            Assert.assertThrows(SocketException.class, () -> channel.send(ByteBuffer.allocate(4), NOWHERE));
            TransferPort port = new TransferPort(channel);
            port.send(ByteBuffer.allocate(4), NOWHERE);
            port.send(ByteBuffer.wrap(new byte[] {0, 3, 0, 1}), (InetSocketAddress) client.getLocalAddress());
            ByteBuffer received = ByteBuffer.allocate(9);
            client.receive(received);
            assertEquals(4, received.position());
        }
    }
}
