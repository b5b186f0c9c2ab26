package org.perceus.provisioning.internal.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSeries;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why boots ended that did not say so themselves, once the machine has proved that it runs another. Thread-safe. */
@Component(service = BootVerdicts.class)
public final class BootVerdicts {
    private static final Logger LOG = LoggerFactory.getLogger(BootVerdicts.class);
    private static final String LAST_WORDS = "last words of the boot before";

    /** Last words come with the first that is heard of a boot. */
    private static final int WAITING_FOR_WORDS = 1_000;

    private final BootJournal journal;
    private final BootTracker tracker;
    private final KernelLines lines;
    private final Map<BootId, Boot> earlier = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BootId, Boot> eldest) {
            return size() > WAITING_FOR_WORDS;
        }
    };
    private final Set<MacAddress> warned = ConcurrentHashMap.newKeySet();

    @Activate
    public BootVerdicts(@Reference BootJournal journal, @Reference BootTracker tracker, @Reference KernelLines lines) {
        this.journal = journal;
        this.tracker = tracker;
        this.lines = lines;
    }

    /**
     * Notes that a boot has reached Perceus OS, which its claim proves: it is its node's from now on, and those before are
     * over.
     *
     * @return completes when that is durable
     */
    public CompletionStage<Boolean> reached(BootId boot) {
        CompletionStage<Boolean> proved = journal.prove(boot, earlier -> {
            if (earlier.last().state() != NodeState.BOOTING) {
                keep(boot, earlier);
            }
            return reason(earlier, lines.telling(earlier.id()));
        });
        journal.recent(boot.mac()).stream()
                .filter(other -> other.id().startedMillis() < boot.startedMillis())
                .findFirst()
                .filter(earlier -> earlier.last().step().equals(BootEvent.GONE))
                .ifPresent(this::count);
        warn(boot.mac());
        return proved;
    }

    /** Notes what the kernel of the boot before said when it died. */
    public CompletionStage<Boolean> lastWords(BootId boot, String words) {
        Optional<Boot> earlier = earlier(boot);
        if (earlier.isPresent()) {
            BootId gone = earlier.get().id();
            CompletionStage<Boolean> taken = journal.conclude(gone, reason(earlier.get(), Optional.of(words)));
            journal.recent(boot.mac()).stream()
                    .filter(other -> other.id().equals(gone))
                    .forEach(this::count);
            return taken;
        }
        NodeState state =
                tracker.underWay(boot).map(latest -> latest.last().state()).orElse(NodeState.PROVISIONING);
        return tracker.record(boot, state, LAST_WORDS, words);
    }

    /** A boot that is one of many says so. */
    private void count(BootSummary gone) {
        BootSeries series = journal.series(gone.id().mac());
        String reason = gone.last().detail().orElse("");
        if (series.looping() && series.cause().equals(Optional.of(reason))) {
            journal.conclude(gone.id(), series.words() + ": " + reason);
        }
    }

    private static String reason(Boot gone, Optional<String> line) {
        return new Departure(gone, gone.ended().orElse(gone.last().at()), line).reason();
    }

    private Optional<Boot> earlier(BootId boot) {
        synchronized (earlier) {
            return Optional.ofNullable(earlier.get(boot));
        }
    }

    private void keep(BootId boot, Boot gone) {
        synchronized (earlier) {
            earlier.put(boot, gone);
        }
    }

    private void warn(MacAddress mac) {
        BootSeries series = journal.series(mac);
        if (!series.looping()) {
            warned.remove(mac);
        } else if (warned.add(mac)) {
            LOG.warn("{}: {}, the last: {}", mac, series.words(), series.cause().orElse("no reason was given"));
        }
    }
}
