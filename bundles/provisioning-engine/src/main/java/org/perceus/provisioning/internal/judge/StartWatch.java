package org.perceus.provisioning.internal.judge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;
import org.perceus.boot.ServingInterface;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.boot.PlainRequests;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices nodes that entered their second system and are not heard of, and writes down what is the matter with them. */
@Component(
        service = {},
        immediate = true)
public final class StartWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StartWatch.class);
    private static final int PERIOD_SECONDS = 5;
    private static final Duration TO_ASK = Duration.ofSeconds(15);

    private final NodeRegistry registry;
    private final BootJournal journal;
    private final BootTracker tracker;
    private final KernelLines lines;
    private final PlainRequests requests;
    private final ServedInterfaces interfaces;
    private final Neighbors neighbors;
    private final Supplier<Duration> limit;
    private final Clock clock;
    private final Instant listening;
    private final Optional<ScheduledExecutorService> timer;

    @Activate
    public StartWatch(
            @Reference EngineConfiguration configuration,
            @Reference NodeRegistry registry,
            @Reference BootJournal journal,
            @Reference BootTracker tracker,
            @Reference KernelLines lines,
            @Reference PlainRequests requests,
            @Reference ServedInterfaces interfaces,
            @Reference Neighbors neighbors) {
        this(
                () -> configuration.now().noWord(),
                registry,
                journal,
                tracker,
                lines,
                requests,
                interfaces,
                neighbors,
                Clock.systemUTC(),
                Optional.of(Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, "perceus-start-watch");
                    thread.setDaemon(true);
                    return thread;
                })));
    }

    /** @param timer looks again and again, if it shall */
    StartWatch(
            Supplier<Duration> limit,
            NodeRegistry registry,
            BootJournal journal,
            BootTracker tracker,
            KernelLines lines,
            PlainRequests requests,
            ServedInterfaces interfaces,
            Neighbors neighbors,
            Clock clock,
            Optional<ScheduledExecutorService> timer) {
        this.limit = limit;
        this.registry = registry;
        this.journal = journal;
        this.tracker = tracker;
        this.lines = lines;
        this.requests = requests;
        this.interfaces = interfaces;
        this.neighbors = neighbors;
        this.clock = clock;
        this.listening = clock.instant();
        this.timer = timer;
        timer.ifPresent(
                every -> every.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS));
    }

    @Deactivate
    void stop() {
        timer.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    /** Looks at all nodes once; of each at its newest boot only. */
    void look() {
        try {
            AnsweringMachines answering = new AnsweringMachines(neighbors);
            for (Node node : registry.snapshot().nodes()) {
                journal.latest(node.mac())
                        .filter(boot -> boot.ended().isEmpty() && boot.last().state() == NodeState.STARTING)
                        .flatMap(boot -> journal.underWay(boot.id()))
                        .ifPresent(boot -> look(node, boot, answering));
            }
        } catch (RuntimeException e) {
            LOG.error("The nodes that start could not be looked at", e);
        }
    }

    private void look(Node node, Boot boot, AnsweringMachines answering) {
        Instant heard = journal.status(node.mac()).lastContact().orElse(boot.started());
        Duration most = limit.get();
        Duration silence = Duration.between(heard.isAfter(listening) ? heard : listening, clock.instant());
        if (silence.compareTo(most.minus(TO_ASK)) >= 0) {
            node.address().ifPresent(answering::ask);
        }
        if (silence.compareTo(most) < 0) {
            return;
        }
        String sentence = noWord(node, boot, answering, most).sentence();
        BootEvent last = boot.last();
        if (!last.step().equals(BootEvent.NO_WORD) || !last.detail().equals(Optional.of(sentence))) {
            tracker.progress(boot.id(), NodeState.STARTING, BootEvent.NO_WORD, sentence);
        }
    }

    private static boolean isOf(Node node, HardwareAddress card) {
        return MacAddress.find(card.value()).filter(node::has).isPresent();
    }

    private NoWord noWord(Node node, Boot boot, AnsweringMachines answering, Duration most) {
        Instant entered = boot.events().stream()
                .filter(event -> event.state() == NodeState.STARTING)
                .findFirst()
                .orElse(boot.last())
                .at();
        String server = node.address()
                .flatMap(address -> registry.snapshot().network(address))
                .flatMap(interfaces::in)
                .map(ServingInterface::server)
                .map(Object::toString)
                .orElse("this server");
        HardwareAddress own = new HardwareAddress(node.mac().value());
        return new NoWord(
                most.toSeconds(),
                server,
                boot.newest(BootEvent::isReported),
                lines.telling(boot.id()),
                requests.since(node.mac(), entered),
                node.address().flatMap(answering::of).map(found -> isOf(node, found) ? own : found),
                own);
    }
}
