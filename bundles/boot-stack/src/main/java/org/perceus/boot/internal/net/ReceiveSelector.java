package org.perceus.boot.internal.net;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** Selectors that hear of what can be received. */
public final class ReceiveSelector {
    private ReceiveSelector() {}

    /**
     * Opens one.
     *
     * @param channel does not block from now on; it is closed when this fails
     */
    public static Selector of(DatagramChannel channel) throws IOException {
        try {
            Selector selector = Selector.open();
            channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
            return selector;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
