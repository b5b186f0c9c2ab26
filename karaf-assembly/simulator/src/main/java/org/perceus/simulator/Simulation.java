package org.perceus.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.perceus.simulator.dhcp.DhcpPort;
import org.perceus.simulator.io.EventLoop;
import org.perceus.simulator.node.SimulatedNode;
import org.perceus.simulator.node.Site;
import org.perceus.simulator.report.Outcome;
import org.perceus.simulator.report.Record;

/** Switches nodes on and waits until they are ready. */
final class Simulation {
    private static final long PROGRESS_MILLIS = 1000;
    private static final int NANOS = 1_000_000;

    private final Options options;
    private final PrintStream progress;
    private final Record record = new Record();
    private long began;
    private boolean late;
    private boolean finished;

    /** @param progress where to tell once a second how far it is */
    Simulation(Options options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /** @throws IOException when this host does not give the sockets */
    Outcome run() throws IOException {
        try (EventLoop loop = new EventLoop();
                DhcpPort dhcp = port(loop)) {
            List<SimulatedNode> nodes = nodes(new Site(loop, dhcp, options.behaviour(), record));
            began = loop.now();
            for (int i = 0; i < nodes.size(); i++) {
                loop.after(1000L * options.overSeconds() * i / nodes.size(), nodes.get(i)::powerOn);
            }
            loop.after(1000L * options.timeoutSeconds(), () -> late = true);
            loop.after(PROGRESS_MILLIS, () -> tell(loop));
            loop.runUntil(() -> late || record.ready() + record.failed() >= options.nodes());
            long millis = loop.now() - began;
            long lag = loop.longestLag();
            nodes.forEach(SimulatedNode::giveUp);
            checkIn(loop);
            return new Outcome(
                    options.nodes(),
                    millis,
                    processorMillis(),
                    lag,
                    loop.sockets().waits(),
                    record);
        }
    }

    private DhcpPort port(EventLoop loop) throws IOException {
        return options.relay().isPresent()
                ? DhcpPort.relaying(
                        loop,
                        options.relay().get().address(),
                        options.relay().get().server(),
                        options.delayMillis())
                : DhcpPort.broadcasting(loop, options.delayMillis());
    }

    private List<SimulatedNode> nodes(Site site) {
        List<SimulatedNode> nodes = new ArrayList<>();
        for (int i = 0; i < options.nodes(); i++) {
            nodes.add(new SimulatedNode(options.mac(i), site));
        }
        return nodes;
    }

    private void tell(EventLoop loop) {
        progress.printf(
                "%d s: %d of %d ready, %d failed%n",
                (loop.now() - began) / 1000, record.ready(), options.nodes(), record.failed());
        loop.after(PROGRESS_MILLIS, () -> tell(loop));
    }

    private void checkIn(EventLoop loop) throws IOException {
        if (options.checkInSeconds() > 0) {
            loop.after(1000L * options.checkInSeconds(), () -> finished = true);
            loop.runUntil(() -> finished);
        }
    }

    private static long processorMillis() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / NANOS;
    }
}
