package org.perceus.doctor.check.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.system.Links;

/** Whether packets of the size that firmware and kernels begin with pass: 1500 bytes. */
public final class MtuCheck implements Check {
    private static final int USUAL = 1500;

    private final Segment segment;
    private final Links links;

    public MtuCheck(Segment segment, Links links) {
        this.segment = segment;
        this.links = links;
    }

    @Override
    public String name() {
        return "mtu";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        if (segment.link().isEmpty()) {
            return List.of(Finding.note("the MTU is not known without a device"));
        }
        Link link = segment.link().get();
        List<Finding> findings = new ArrayList<>();
        if (link.mtu() < USUAL) {
            findings.add(small(link.name(), link.mtu()));
        }
        if (link.isBridge()) {
            links.ports(link.name()).stream()
                    .filter(port -> port.mtu() < USUAL)
                    .map(port -> small(port.name(), port.mtu()))
                    .forEach(findings::add);
        }
        if (findings.isEmpty()) {
            findings.add(
                    link.mtu() == USUAL
                            ? Finding.ok(link.name() + " has the MTU " + USUAL + " that nodes begin with")
                            : Finding.note(link.name() + " has the MTU " + link.mtu() + ", and nodes begin with "
                                    + USUAL + ": each switch on the way has to pass the larger packets"));
        }
        return findings;
    }

    private static Finding small(String device, int mtu) {
        return Finding.problem(device + " has the MTU " + mtu + ", and nodes send packets of " + USUAL
                        + " bytes: the large ones are lost")
                .with("ip link set " + device + " mtu " + USUAL);
    }
}
