package org.perceus.doctor.check.link;

import java.util.LinkedHashMap;
import java.util.Map;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.firewall.Packet;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.ServedInterface;
import org.perceus.doctor.system.KernelFiles;

/** What nodes send to the servers of a device. */
final class NodePackets {
    private static final String OWN_PORTS = "proc/sys/net/ipv4/ip_local_port_range";
    private static final int USUAL_FIRST = 32768;

    private final Segment segment;
    private final KernelFiles files;

    NodePackets(Segment segment, KernelFiles files) {
        this.segment = segment;
        this.files = files;
    }

    /** One of each kind, by what it is called. */
    Map<String, Packet> all() {
        ServedInterface served = segment.served();
        Ipv4 node = segment.network().map(NodeNetwork::anAddress).orElse(Ipv4.NONE);
        Map<String, Packet> packets = new LinkedHashMap<>();
        if (served.dhcp().answers()) {
            packets.put("DHCP (UDP 67)", packet("udp", Ipv4.NONE, 67, false));
        }
        if (served.dhcp() == DhcpMode.PROXY) {
            packets.put("ProxyDHCP (UDP 4011)", packet("udp", node, 4011, false));
        }
        if (served.tftp()) {
            packets.put("TFTP (UDP 69)", packet("udp", node, 69, false));
            // what acknowledges data goes to the port that the server took for this transfer
            packets.put("TFTP's acknowledgements", packet("udp", node, firstOwnPort(), true));
        }
        if (served.http()) {
            packets.put("HTTP (TCP " + served.httpPort() + ")", packet("tcp", node, served.httpPort(), false));
        }
        if (served.dns()) {
            packets.put("DNS (UDP 53)", packet("udp", node, 53, false));
        }
        return packets;
    }

    private Packet packet(String protocol, Ipv4 source, int port, boolean established) {
        return new Packet(segment.device(), protocol, source, port, established);
    }

    private int firstOwnPort() {
        return files.lines(OWN_PORTS).stream()
                .map(line -> line.strip().split("\\s+")[0])
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(USUAL_FIRST);
    }
}
