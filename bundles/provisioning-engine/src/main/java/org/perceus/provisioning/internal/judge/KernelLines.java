package org.perceus.provisioning.internal.judge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.KernelLog;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSummary;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last lines that the kernels of starting nodes said by netconsole: of each boot 20 lines and 4 KiB, of all together 4
 * MiB; the ones that were silent longest give way. Kept in memory only. Thread-safe.
 */
@Component(service = {KernelLines.class, KernelLog.class})
public final class KernelLines implements KernelLog {
    private static final Logger LOG = LoggerFactory.getLogger(KernelLines.class);
    private static final int LINES = 20;
    private static final int CHARACTERS = 4 << 10;
    private static final int ALL_CHARACTERS = 4 << 20;

    private final NodeRegistry registry;
    private final BootJournal journal;
    private final Map<BootId, Tail> tails = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private int characters;
    private boolean said;

    private static final class Tail {
        private final Deque<String> lines = new ArrayDeque<>();
        private int characters;

        void add(String line) {
            lines.add(line);
            characters += line.length();
            while (lines.size() > LINES || characters > CHARACTERS) {
                characters -= lines.remove().length();
            }
        }
    }

    @Activate
    public KernelLines(@Reference NodeRegistry registry, @Reference BootJournal journal) {
        this(registry, journal, ALL_CHARACTERS);
    }

    KernelLines(NodeRegistry registry, BootJournal journal, int most) {
        this.registry = registry;
        this.journal = journal;
        this.most = most;
    }

    @Override
    public void heard(Ipv4Address source, List<String> lines) {
        registry.snapshot()
                .node(source)
                .flatMap(node -> journal.latest(node.mac()))
                .filter(boot -> boot.ended().isEmpty() && boot.last().state() == NodeState.STARTING)
                .map(BootSummary::id)
                .ifPresent(boot -> keep(boot, lines));
    }

    /** The line that says most of what the kernel said in a boot. */
    public synchronized Optional<String> telling(BootId boot) {
        return Optional.ofNullable(tails.get(boot)).flatMap(tail -> KnownLine.telling(List.copyOf(tail.lines)));
    }

    private synchronized void keep(BootId boot, List<String> lines) {
        Tail tail = tails.computeIfAbsent(boot, id -> new Tail());
        characters -= tail.characters;
        lines.forEach(line -> tail.add(line.length() > CHARACTERS ? line.substring(0, CHARACTERS) : line));
        characters += tail.characters;
        Iterator<Tail> oldest = tails.values().iterator();
        while (characters > most && tails.size() > 1) {
            characters -= oldest.next().characters;
            oldest.remove();
            if (!said) {
                said = true;
                LOG.warn("Kernels say more than is kept of them: the lines of those silent longest are forgotten");
            }
        }
    }
}
