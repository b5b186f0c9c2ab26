package org.perceus.shell.internal.boot;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.perceus.node.Boot;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.shell.internal.screen.CommandFailure;

/** Reads boots for a command, which waits for the disk. */
public final class BootHistory {
    private static final int PIECE = 1_000;

    private final BootJournal journal;

    /** @param journal has the boots */
    public BootHistory(BootJournal journal) {
        this.journal = journal;
    }

    /** The newest boots of some nodes, or of all, newest first. */
    public List<Boot> boots(Optional<Set<MacAddress>> nodes, int limit) throws InterruptedException {
        return read(journal.boots(nodes, limit));
    }

    /** The newest boot of each node that has one. */
    public Map<MacAddress, Boot> newest(List<MacAddress> nodes) throws InterruptedException {
        Map<MacAddress, Boot> newest = new HashMap<>();
        for (int from = 0; from < nodes.size(); from += PIECE) {
            List<MacAddress> piece = nodes.subList(from, Math.min(nodes.size(), from + PIECE));
            read(journal.newest(new LinkedHashSet<>(piece)))
                    .forEach(boot -> newest.put(boot.id().mac(), boot));
        }
        return newest;
    }

    private static <T> T read(CompletionStage<T> answer) throws InterruptedException {
        try {
            return answer.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new CommandFailure("the boots cannot be read: " + e.getCause().getMessage(), e);
        }
    }
}
