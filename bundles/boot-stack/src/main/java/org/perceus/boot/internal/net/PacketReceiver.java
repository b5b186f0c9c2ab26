package org.perceus.boot.internal.net;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Takes what a {@link PacketLoop} receives; called by its thread alone. */
public interface PacketReceiver {
    /**
     * One datagram.
     *
     * @param packet is not to be kept
     */
    void received(ByteBuffer packet, InetSocketAddress sender);

    /**
     * Goes on with a part of what was put aside. Between the parts it is looked whether there is more to receive, so that
     * packets wait here, where they can be told apart, and not in the kernel.
     *
     * @return whether there is more of it
     */
    default boolean goOn() {
        return false;
    }
}
