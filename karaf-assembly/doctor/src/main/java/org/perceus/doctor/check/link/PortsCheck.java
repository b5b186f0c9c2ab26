package org.perceus.doctor.check.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.ServedInterface;
import org.perceus.doctor.wire.Ports;

/** Whether another program of this machine has a port that the container will want. */
public final class PortsCheck implements Check {
    private final Segment segment;
    private final Container container;
    private final Ports ports;

    public PortsCheck(Segment segment, Container container, Ports ports) {
        this.segment = segment;
        this.container = container;
        this.ports = ports;
    }

    private record Port(String server, boolean tcp, int number) {
        @Override
        public String toString() {
            return "the " + (tcp ? "TCP" : "UDP") + " port " + number + " of " + server;
        }
    }

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        if (segment.link().isEmpty()) {
            return List.of(Finding.note("ports are not tried without a device"));
        }
        if (container.info().isPresent()) {
            return List.of(Finding.ok("the container runs and says itself which of its servers are up"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Port port : wanted()) {
            if (ports.isTaken(segment.device(), port.tcp(), port.number())) {
                findings.add(Finding.problem(
                                port + " on " + segment.device()
                                        + " is taken by another program of this machine: end it, or switch that server off in etc")
                        .with("ss -" + (port.tcp() ? "lntp" : "lnup") + " 'sport = :" + port.number() + "'"));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("no program has one of the ports that are wanted on " + segment.device()))
                : findings;
    }

    private List<Port> wanted() {
        ServedInterface served = segment.served();
        List<Port> wanted = new ArrayList<>();
        if (served.dhcp().answers()) {
            wanted.add(new Port("DHCP", false, 67));
        }
        if (served.dhcp() == DhcpMode.PROXY) {
            wanted.add(new Port("ProxyDHCP", false, 4011));
        }
        if (served.tftp()) {
            wanted.add(new Port("TFTP", false, 69));
        }
        if (served.dns()) {
            wanted.add(new Port("DNS", false, 53));
        }
        if (served.http()) {
            wanted.add(new Port("HTTP", true, served.httpPort()));
        }
        return wanted;
    }
}
