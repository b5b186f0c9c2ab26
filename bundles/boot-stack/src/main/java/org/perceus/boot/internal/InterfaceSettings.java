package org.perceus.boot.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.internal.dhcp.Relays;

/**
 * What shall be served on one device. Immutable.
 *
 * @param device name of the network device
 * @param addresses the device's addresses to serve on, each once; its first when empty
 * @param dhcp what to be to those who ask by DHCP, if anything
 * @param dhcpPort where to hear them
 * @param relays who may ask for others there
 * @param tftpPort where to serve TFTP, if at all
 * @param kernelLogPort where to listen to kernels, if at all
 * @param httpPort where to serve HTTP
 * @param http whether to serve HTTP here, or somebody else does on that port
 * @param dns how to serve DNS, if at all
 * @param answerSolicitations whether to spare iPXE its wait for an IPv6 router
 * @param retrySeconds between looks at the device
 */
record InterfaceSettings(
        String device,
        List<Ipv4Address> addresses,
        Optional<DhcpRole> dhcp,
        int dhcpPort,
        Relays relays,
        OptionalInt tftpPort,
        OptionalInt kernelLogPort,
        int httpPort,
        boolean http,
        Optional<DnsSettings> dns,
        boolean answerSolicitations,
        int retrySeconds) {
    /** Each has servers of its own. */
    private static final int MOST_ADDRESSES = 32;

    /** What the kernel takes as a device's name, without characters that could trouble a log. */
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_.:@-]{1,15}");

    /** @throws IllegalArgumentException with a sentence for whoever wrote the configuration */
    static InterfaceSettings of(InterfaceConfig config) {
        require(
                DEVICE.matcher(config.device()).matches(),
                "device must name a network device such as eth1, not '" + config.device() + "'");
        require(config.retrySeconds() >= 1 && config.retrySeconds() <= 3600, "retrySeconds must be 1 to 3600");
        return new InterfaceSettings(
                config.device(),
                addresses(config.address().trim()),
                DhcpMode.parse(config.dhcp()).role(),
                port("dhcpPort", true, config.dhcpPort()).getAsInt(),
                Relays.parse(config.relays()),
                port("tftpPort", config.tftp(), config.tftpPort()),
                port("kernelLogPort", config.kernelLog(), config.kernelLogPort()),
                port("httpPort", true, config.httpPort()).getAsInt(),
                config.http(),
                config.dns() ? Optional.of(DnsSettings.of(config)) : Optional.empty(),
                config.answerSolicitations(),
                config.retrySeconds());
    }

    private static List<Ipv4Address> addresses(String text) {
        List<Ipv4Address> addresses = text.isEmpty()
                ? List.of()
                : Stream.of(text.split("[,\\s]+"))
                        .map(InterfaceSettings::address)
                        .distinct()
                        .toList();
        require(addresses.size() <= MOST_ADDRESSES, "address must be no more than " + MOST_ADDRESSES + " addresses");
        return addresses;
    }

    private static Ipv4Address address(String word) {
        try {
            return Ipv4Address.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "address must be IPv4 addresses, separated by commas, not '" + word + "'", e);
        }
    }

    private static OptionalInt port(String key, boolean wanted, int port) {
        require(port >= 0 && port < 65535, key + " must be 0 to 65534, not " + port);
        return wanted ? OptionalInt.of(port) : OptionalInt.empty();
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
