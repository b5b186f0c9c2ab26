package org.perceus.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The time-lines of the nodes' boots. Thread-safe; writes do not block.
 *
 * <p>In memory are the boots that are under way, and in short those that ended since the node was last ready; {@link #boots}
 * and {@link #newest} alone read the disk. A boot is no more than a candidate until its machine has proved that it runs it: until then it is
 * in memory alone, each node has one, and nothing of it changes what a boot that was proved said.
 */
@ProviderType
public interface BootJournal {
    /** How many boots {@link #boots} gives at most. */
    int MOST_BOOTS = 10_000;

    /** Begins a candidate, which takes the place of the one before it. It is later than every boot of its node. */
    BootId begin(MacAddress mac, BootEvent first);

    /**
     * Adds an event to a boot. A later boot that is not known is a candidate that was forgotten, and begins anew with it; an event of
     * the same step as the newest with a detail replaces that one's detail only when {@code replace} is set. An event
     * whose state is ready or failed ends the boot. Events for an ended or superseded boot are dropped, save the word of
     * the newest that it became ready after all, though it had failed; so are those beyond the 500th of a boot that do
     * not end it. Times are kept in milliseconds, steps up to 256 characters and details up to 1024.
     *
     * @param replace whether this is progress of the newest step rather than a line of its own: it costs no write, and
     *     is on disk with the next event of the boot
     * @return completes when the event is durable (at once for progress and for a candidate), with whether it was taken; when
     *     the disk fails so does the stage, and the event, which is shown nonetheless, is written with the next one
     */
    CompletionStage<Boolean> record(BootId boot, BootEvent event, boolean replace);

    /**
     * Notes that a machine has proved that it runs a boot in Perceus OS: that is the node's boot from then on. The ones before
     * it that did not say so themselves have failed by that.
     *
     * @param verdict says in a sentence why such a boot ended; called under a lock, so it must be quick
     * @return completes when that is durable, with whether it was new: not for the newest boot that was proved, nor for one
     *     before it
     */
    CompletionStage<Boolean> prove(BootId boot, Function<Boot, String> verdict);

    /**
     * Gives another reason for the end of a superseded boot that did not say so itself.
     *
     * @return completes when that is durable, with whether it was taken: not for the newest boot of a node, nor for one
     *     that ended by its own word or is not in memory
     */
    CompletionStage<Boolean> conclude(BootId superseded, String reason);

    /** The newest boots of a node in a row without ready, as far as they belong together by the site's configuration. */
    BootSeries series(MacAddress mac);

    /** Notes that a node was heard of that proved its boot, without an event; kept in memory. */
    void contact(MacAddress mac, Instant at);

    /**
     * How a node is now. Silence is found here: a node that should have been heard of by now is silent. The reason tells of
     * trouble, and of a loop for as long as it goes on.
     */
    NodeStatus status(MacAddress mac);

    /** The newest boot of a node that was proved. */
    Optional<BootSummary> latest(MacAddress mac);

    /**
     * The boots of a node that were proved, newest first, back to the newest that was ready or to the number that is
     * kept.
     */
    List<BootSummary> recent(MacAddress mac);

    /** A boot that has not ended or is a candidate, with its time-line. */
    Optional<Boot> underWay(BootId boot);

    /** The newest of a node that has not ended: a candidate unless the boot before was heard of since. */
    Optional<Boot> underWay(MacAddress mac);

    /**
     * Reads the newest boots, those under way among them, newest first.
     *
     * @param nodes of which nodes; empty for all
     * @param limit how many, at most {@link #MOST_BOOTS}
     * @return completes on a thread of the journal that only reads; fails when the disk does, or too many are reading
     */
    CompletionStage<List<Boot>> boots(Optional<Set<MacAddress>> nodes, int limit);

    /** Reads the newest boot of each of some nodes, in no order; completes and fails as {@link #boots} does. */
    CompletionStage<List<Boot>> newest(Set<MacAddress> nodes);

    /**
     * Listens to events as they are taken, of each boot until it has ended.
     *
     * @param listener called on a thread of the journal, must return quickly
     * @return closes the subscription
     */
    AutoCloseable listen(Listener listener);

    /** Hears of each event that was taken. */
    interface Listener {
        /** @param boot the boot with the event as its last; what the listener throws is logged */
        void changed(Boot boot);
    }
}
