package org.perceus.provisioning.internal.judge;

import java.time.Instant;
import java.util.List;
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
    private static final int BOOTS = 10;

    private final BootJournal journal;
    private final BootTracker tracker;
    private final KernelLines lines;
    private final Set<MacAddress> warned = ConcurrentHashMap.newKeySet();

    @Activate
    public BootVerdicts(@Reference BootJournal journal, @Reference BootTracker tracker, @Reference KernelLines lines) {
        this.journal = journal;
        this.tracker = tracker;
        this.lines = lines;
    }

    /** Notes that a boot has reached Perceus OS, which its claim proves: those before are over. */
    public void reached(BootId boot) {
        for (Boot earlier : before(boot)) {
            if (earlier.last().isVerdict()) {
                break;
            }
            conclude(earlier, lines.telling(earlier.id()));
        }
        warn(boot.mac());
    }

    /** Notes what the kernel of the boot before said when it died. */
    public CompletionStage<Boolean> lastWords(BootId boot, String words) {
        Optional<Boot> earlier = before(boot).stream().findFirst();
        boolean open = earlier.map(Boot::last)
                .filter(last -> !last.isVerdict() || last.step().equals(BootEvent.GONE))
                .isPresent();
        if (open) {
            return conclude(withoutVerdict(earlier.get()), Optional.of(words));
        }
        NodeState state =
                journal.latest(boot.mac()).map(latest -> latest.last().state()).orElse(NodeState.PROVISIONING);
        return tracker.record(boot, state, LAST_WORDS, words);
    }

    private CompletionStage<Boolean> conclude(Boot boot, Optional<String> line) {
        Instant next = boot.ended().orElse(boot.last().at());
        String reason = new Departure(boot, next, line).reason();
        CompletionStage<Boolean> taken = journal.conclude(boot.id(), reason);
        BootSeries series = journal.series(boot.id().mac());
        return series.looping() && series.cause().equals(Optional.of(reason))
                ? journal.conclude(boot.id(), series.words() + ": " + reason)
                : taken;
    }

    private void warn(MacAddress mac) {
        BootSeries series = journal.series(mac);
        if (!series.looping()) {
            warned.remove(mac);
        } else if (warned.add(mac)) {
            LOG.warn("{}: {}, the last: {}", mac, series.words(), series.cause().orElse("no reason was given"));
        }
    }

    private List<Boot> before(BootId boot) {
        return journal.boots(Optional.of(boot.mac()), BOOTS).stream()
                .filter(other -> other.id().startedMillis() < boot.startedMillis())
                .toList();
    }

    private static Boot withoutVerdict(Boot boot) {
        List<BootEvent> told = boot.events().stream()
                .filter(event -> !event.step().equals(BootEvent.GONE))
                .toList();
        return new Boot(boot.id(), told, boot.ended());
    }
}
