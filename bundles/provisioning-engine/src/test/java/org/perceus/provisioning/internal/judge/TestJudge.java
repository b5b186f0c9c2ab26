package org.perceus.provisioning.internal.judge;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.node.BootJournal;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.served.ServedInterfaces;

/** The judge of a site with one provisioning interface that listens to kernels. */
public final class TestJudge {
    public final KernelLines lines;
    public final BootVerdicts verdicts;
    public final BootJudge judge;
    final ServedInterfaces interfaces = new ServedInterfaces();

    public TestJudge(NodeRegistry registry, BootJournal journal, BootTracker tracker) {
        interfaces.bind(serving());
        lines = new KernelLines(registry, journal);
        verdicts = new BootVerdicts(journal, tracker, lines);
        judge = new BootJudge(
                verdicts, new RetryLimit(journal), new GivenSystems(tracker), new KernelWatch(journal, interfaces));
    }

    private static ServingInterface serving() {
        return new ServingInterface() {
            @Override
            public String device() {
                return "eth1";
            }

            @Override
            public Ipv4Address address() {
                return Samples.LINK;
            }

            @Override
            public URI server() {
                return Samples.SERVER;
            }

            @Override
            public List<String> servers() {
                return List.of("http");
            }

            @Override
            public OptionalInt kernelLogPort() {
                return OptionalInt.of(6666);
            }
        };
    }
}
