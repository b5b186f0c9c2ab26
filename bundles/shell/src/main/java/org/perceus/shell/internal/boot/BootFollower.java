package org.perceus.shell.internal.boot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.perceus.node.Boot;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.shell.internal.screen.CommandFailure;

/** Follows boots until they end. Used once, by one thread. */
public final class BootFollower {
    private final BootJournal journal;
    private final FollowTarget target;
    private final FollowView view;
    private final long begunMillis;
    private final BlockingQueue<Boot> news = new LinkedBlockingQueue<>();
    private final Map<MacAddress, Boot> current = new HashMap<>();
    private final Map<MacAddress, Integer> shown = new HashMap<>();
    private final List<FollowedBoot> ended = new ArrayList<>();

    /** Follows from the clock's time on. */
    public BootFollower(BootJournal journal, FollowTarget target, FollowView view, Clock clock) {
        this.journal = journal;
        this.target = target;
        this.view = view;
        this.begunMillis = clock.millis();
    }

    /**
     * Waits until all boots have ended.
     *
     * @param timeout after which to give up; empty for never
     * @return how they ended; fewer than wanted when the time was up
     */
    public List<FollowedBoot> follow(Optional<Duration> timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.map(Duration::toNanos).orElse(0L);
        AutoCloseable subscription = journal.listen(boot -> {
            if (target.matches(boot, begunMillis)) {
                news.add(boot);
            }
        });
        try {
            catchUp();
            while (ended.size() < target.count()) {
                Boot boot = timeout.isPresent()
                        ? news.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                        : news.take();
                if (boot == null) {
                    break;
                }
                take(boot);
            }
        } finally {
            close(subscription);
        }
        return List.copyOf(ended);
    }

    /** Boots that have not ended, by their machines. */
    public List<Boot> underWay() {
        return List.copyOf(current.values());
    }

    private void catchUp() {
        if (target instanceof FollowTarget.Nodes nodes) {
            for (MacAddress mac : nodes.macs()) {
                journal.underWay(mac).ifPresent(this::take);
            }
        }
    }

    private void take(Boot boot) {
        MacAddress mac = boot.id().mac();
        Boot before = current.get(mac);
        if (before == null) {
            if (isOver(boot) || current.size() + ended.size() >= target.count()) {
                return;
            }
        } else if (!boot.id().equals(before.id())) {
            // one that comes later may be no more than a packet; that it is the node's is told by the end of this one
            return;
        }
        current.put(mac, boot);
        show(boot, before);
        if (boot.ended().isPresent()) {
            end(boot);
        }
    }

    /** Whether nothing more is to come of a boot that is seen for the first time. */
    private boolean isOver(Boot boot) {
        boolean old = boot.ended().isPresent() && boot.id().startedMillis() < begunMillis;
        boolean again = ended.stream().anyMatch(followed -> followed.boot().id().equals(boot.id()));
        boolean done = target instanceof FollowTarget.Nodes
                && ended.stream()
                        .anyMatch(followed ->
                                followed.boot().id().mac().equals(boot.id().mac()));
        return old || again || done;
    }

    private void show(Boot boot, Boot before) {
        int from = shown.getOrDefault(boot.id().mac(), 0);
        for (int i = from; i < boot.events().size(); i++) {
            view.event(boot, boot.events().get(i));
        }
        boolean progressed =
                before != null && from == boot.events().size() && !boot.last().equals(before.last());
        if (progressed) {
            view.progress(boot, boot.last());
        }
        shown.put(boot.id().mac(), Math.max(from, boot.events().size()));
    }

    private void end(Boot boot) {
        FollowedBoot followed = new FollowedBoot(boot);
        current.remove(boot.id().mac());
        shown.remove(boot.id().mac());
        ended.add(followed);
        view.ended(followed);
    }

    private static void close(AutoCloseable subscription) throws InterruptedException {
        try {
            subscription.close();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new CommandFailure("the boot journal failed: " + e.getMessage(), e);
        }
    }
}
