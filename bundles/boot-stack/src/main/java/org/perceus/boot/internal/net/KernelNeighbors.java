package org.perceus.boot.internal.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the kernel's neighbour table; a datagram to the discard port (RFC 863) makes the kernel ask. */
@Component(service = Neighbors.class)
public final class KernelNeighbors implements Neighbors {
    private static final Logger LOG = LoggerFactory.getLogger(KernelNeighbors.class);
    private static final Path TABLE = Path.of("/proc/net/arp");
    private static final Path LIMIT = Path.of("/proc/sys/net/ipv4/neigh/default/gc_thresh3");
    /** By itself, and where the kernel does not tell, as in containers. */
    private static final int STANDARD_LIMIT = 1024;

    private static final int DISCARD = 9;
    private static final int COMPLETE = 2;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern HARDWARE = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    /** Holds nothing. */
    @Activate
    public KernelNeighbors() {}

    @Override
    public void ask(Ipv4Address address) {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.configureBlocking(false);
            channel.send(ByteBuffer.allocate(0), address.at(DISCARD));
        } catch (IOException e) {
            LOG.debug("The kernel does not ask for {}", address, e);
        }
    }

    @Override
    public int room() {
        try {
            return Integer.parseInt(Files.readString(LIMIT).strip());
        } catch (IOException | NumberFormatException e) {
            LOG.debug("The kernel does not tell how many machines it remembers", e);
            return STANDARD_LIMIT;
        }
    }

    @Override
    public Map<Ipv4Address, HardwareAddress> known() throws IOException {
        return parse(Files.readAllLines(TABLE));
    }

    /** Reads the table; lines of another form are passed over. */
    static Map<Ipv4Address, HardwareAddress> parse(List<String> table) throws IOException {
        Map<Ipv4Address, HardwareAddress> known = new HashMap<>();
        for (String line : table) {
            String[] cells = SPACE.split(line.strip());
            if (cells.length >= 4
                    && ADDRESS.matcher(cells[0]).matches()
                    && HARDWARE.matcher(cells[3]).matches()
                    && (Integer.decode(cells[2]) & COMPLETE) != 0) {
                byte[] octets = HexFormat.ofDelimiter(":").parseHex(cells[3]);
                known.put(Ipv4Address.parse(cells[0]), HardwareAddress.of(octets));
            }
        }
        return known;
    }
}
