package org.perceus.boot.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Binds sockets to their device before they get an address, so that not one foreign packet is queued. */
@Component
public final class LinuxDeviceSockets implements DeviceSockets {
    private static final int SEND_BUFFER = 1 << 20;

    /** Nothing is opened yet. */
    @Activate
    public LinuxDeviceSockets() {}

    @Override
    public DatagramChannel datagram(String device, InetSocketAddress local, int receiveBuffer) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        return prepare(channel, device, local, () -> {
            LinuxSocketOptions.receiveBuffer(channel, receiveBuffer);
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true)
                    .setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER)
                    .bind(local);
        });
    }

    @Override
    public ServerSocketChannel listener(String device, InetSocketAddress local, int backlog) throws IOException {
        // An IPv6 socket would take IPv4 connections too, but not this local address on every kernel.
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
        return prepare(channel, device, local, () -> channel.bind(local, backlog));
    }

    @Override
    public NeighborSocket neighbors(String device, int index) throws IOException {
        return LinuxNeighborSocket.open(device, index);
    }

    @Override
    public NeighborTable neighborTable(String device) {
        return new LinuxNeighborTable(device);
    }

    private static <C extends NetworkChannel> C prepare(C channel, String device, InetSocketAddress local, Step step)
            throws IOException {
        try {
            LinuxSocketOptions.bindToDevice(channel, device);
            step.run();
            return channel;
        } catch (SocketRefusedException e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close();
            throw new SocketRefusedException(
                    "port " + local.getPort() + " of " + local.getAddress().getHostAddress() + " on " + device
                            + " cannot be opened: " + e.getMessage(),
                    e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
