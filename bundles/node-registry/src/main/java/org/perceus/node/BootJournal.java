package org.perceus.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The time-lines of the nodes' boots. Thread-safe; reads are in memory, writes do not block. */
@ProviderType
public interface BootJournal {
    /**
     * Adds an event to a boot. A boot that is not known yet begins with it, unless the node has a later one; an event of
     * the same step as the newest with a detail replaces that one's detail only when {@code replace} is set. An event
     * whose state is ready or failed ends the boot. Events for an ended or superseded boot are dropped, save the word of
     * the newest that it became ready after all, though it had failed; so are those beyond the 500th of a boot that do
     * not end it. Times are kept in milliseconds, steps up to 256 characters and
     * details up to 1024.
     *
     * @param replace whether this is progress of the newest step rather than a line of its own: it costs no write, and
     *     is on disk with the next event of the boot
     * @return completes when the event is durable (at once for progress), with whether it was taken; when the store
     *     fails so does the stage, and the event, which is shown nonetheless, is written with the next one
     */
    CompletionStage<Boolean> record(BootId boot, BootEvent event, boolean replace);

    /**
     * Says why a superseded boot ended that did not say so itself: it becomes failed at the time at which it was
     * superseded. When it was said before, the new reason takes the place of the old one.
     *
     * @return completes when that is durable, with whether it was taken: not for the newest boot of a node, nor for one
     *     that ended by its own word or is not known
     */
    CompletionStage<Boolean> conclude(BootId superseded, String reason);

    /** The newest boots of a node in a row without ready, as far as they belong together by the site's configuration. */
    BootSeries series(MacAddress mac);

    /** Notes that the node was heard of, without an event; kept in memory. */
    void contact(MacAddress mac, Instant at);

    /**
     * How a node is now. Silence is found here: a node that should have been heard of by now is silent. The reason tells of
     * trouble, and of a loop for as long as it goes on.
     */
    NodeStatus status(MacAddress mac);

    /** The newest boot of a node. */
    Optional<Boot> latest(MacAddress mac);

    /** The newest boots of all nodes or one, newest first. */
    List<Boot> boots(Optional<MacAddress> mac, int limit);

    /**
     * Listens to events as they are taken.
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
