package org.perceus.doctor.site;

import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.perceus.doctor.address.Ipv4;

/**
 * A device that Perceus is told to serve. Immutable.
 *
 * @param file the name of the file that says so
 * @param addresses which of its addresses; empty for its first
 * @param dhcp who does what by DHCP there
 * @param httpPort 0 to 65535
 */
public record ServedInterface(
        String file,
        String device,
        List<Ipv4> addresses,
        DhcpMode dhcp,
        boolean tftp,
        boolean http,
        boolean dns,
        int httpPort) {
    /** Copies the addresses. */
    public ServedInterface {
        addresses = List.copyOf(addresses);
    }

    private static final int HTTP = 9870;

    /** @throws IllegalArgumentException with a sentence about what is wrong in the file */
    static ServedInterface read(String file, Properties values) {
        String device = values.getProperty("device", "").strip();
        if (!device.matches("[A-Za-z0-9_.:@-]{1,15}")) {
            throw new IllegalArgumentException("device must name a network device such as eth1, not '" + device + "'");
        }
        String port = values.getProperty("httpPort", Integer.toString(HTTP)).strip();
        if (!port.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("httpPort must be a port, not '" + port + "'");
        }
        return new ServedInterface(
                file,
                device,
                Stream.of(values.getProperty("address", "").strip().split("[,\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .map(Ipv4::parse)
                        .distinct()
                        .toList(),
                DhcpMode.parse(values.getProperty("dhcp", "full")),
                isOn(values, "tftp"),
                isOn(values, "http"),
                isOn(values, "dns"),
                Integer.parseInt(port));
    }

    /** What would be served if a device were configured by its name alone. */
    public static ServedInterface usual(String device) {
        return new ServedInterface("", device, List.of(), DhcpMode.FULL, true, true, true, HTTP);
    }

    /** The same with another mode of DHCP. */
    public ServedInterface with(DhcpMode mode) {
        return new ServedInterface(file, device, addresses, mode, tftp, http, dns, httpPort);
    }

    private static boolean isOn(Properties values, String server) {
        return !values.getProperty(server, "true").strip().equalsIgnoreCase("false");
    }
}
