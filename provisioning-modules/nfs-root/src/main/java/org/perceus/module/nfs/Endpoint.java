package org.perceus.module.nfs;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where trees are served.
 *
 * @param address address of this server
 * @param clients networks whose machines may mount
 */
record Endpoint(String address, List<String> clients) {
    /** For an address of this machine; without clients, the network it is in. Empty when no interface has the address. */
    static Optional<Endpoint> of(String address, List<String> clients) {
        if (!clients.isEmpty()) {
            return Optional.of(new Endpoint(address, clients));
        }
        return networkOf(address).map(network -> new Endpoint(address, List.of(network)));
    }

    private static Optional<String> networkOf(String address) {
        try {
            InetAddress wanted = InetAddress.getByName(address);
            return Optional.ofNullable(NetworkInterface.getByInetAddress(wanted))
                    .flatMap(network -> network.getInterfaceAddresses().stream()
                            .filter(one -> one.getAddress().equals(wanted))
                            .findFirst())
                    .map(Endpoint::network);
        } catch (SocketException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String network(InterfaceAddress address) {
        byte[] bytes = address.getAddress().getAddress();
        int length = address.getNetworkPrefixLength();
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            int bits = Math.max(0, Math.min(8, length - 8 * i));
            network.append(i == 0 ? "" : ".").append(bytes[i] & 0xff & 0xff00 >> bits);
        }
        return network.append('/').append(length).toString();
    }
}
