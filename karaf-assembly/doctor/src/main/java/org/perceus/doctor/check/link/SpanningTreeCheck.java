package org.perceus.doctor.check.link;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.wire.Wire;

/** Whether spanning tree holds back the ports of machines that are switched on. */
public final class SpanningTreeCheck implements Check {
    private static final int HUNDREDTHS = 100;

    private final Segment segment;
    private final Wire wire;

    public SpanningTreeCheck(Segment segment, Wire wire) {
        this.segment = segment;
        this.wire = wire;
    }

    @Override
    public String name() {
        return "spanning tree";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        if (segment.link().filter(Link::up).isEmpty()) {
            return List.of(Finding.note("switches were not listened to, as " + segment.device() + " is not up"));
        }
        Link link = segment.link().get();
        if (link.forwardDelay().orElse(0) > 0) {
            int seconds = 2 * link.forwardDelay().getAsInt() / HUNDREDTHS;
            return List.of(Finding.problem("the bridge " + link.name() + " takes part in spanning tree: what is plugged"
                            + " in or switched on is held back for " + seconds
                            + " s, longer than firmware asks by DHCP")
                    .with("ip link set " + link.name() + " type bridge stp_state 0"));
        }
        Set<Mac> switches = wire.spanningTree(link.name());
        if (switches.isEmpty()) {
            return List.of(
                    Finding.ok("no switch on " + link.name() + " was heard in 4 s to take part in spanning tree"));
        }
        return List.of(
                Finding.warning("a switch with a port " + switches.iterator().next() + " on " + link.name()
                                + " takes part in spanning tree: ports of nodes have to forward at once there, or their"
                                + " firmware gives up before they do")
                        .with("spanning-tree portfast"));
    }
}
