package org.perceus.node;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in a boot. Immutable.
 *
 * @param at when
 * @param state the state that the node is in from then on
 * @param step what began, in a few words; events of one step follow each other
 * @param detail more about it: progress, a reason, an address
 */
public record BootEvent(Instant at, NodeState state, String step, Optional<String> detail) {
    /** The step of an event by which a node says what is wrong while its boot goes on. */
    public static final String TROUBLE = "trouble";

    /** The step of an event by which the server notes that it hears nothing of a node that should report by now. */
    public static final String NO_WORD = "overdue";

    /** The step of the event by which the server ends a boot that the machine's next one superseded. */
    public static final String GONE = "gone";

    /** The step of an event by which a node that is ready says that it entered a state of the site's own. */
    public static final String OWN_STATE = "state";

    /** The step of a boot whose detail is what the machine has. */
    public static final String HARDWARE = "run the node script";

    /** The step of a boot whose detail is what system it was given, and by which settings. */
    public static final String SYSTEM = "choose the system";

    /** The step of a boot whose detail is the root on this server that it uses. */
    public static final String ROOT = "use the root on this server";

    /** Whether the node, which is ready, entered a state of the site's own. */
    public boolean isOwnState() {
        return step.equals(OWN_STATE) && state == NodeState.READY;
    }

    /** Whether the node says by it what is wrong, and the boot goes on nonetheless. */
    public boolean isReported() {
        return step.equals(TROUBLE);
    }

    /** Whether it says what is wrong, and the boot goes on nonetheless. */
    public boolean isTrouble() {
        return isReported() || step.equals(NO_WORD);
    }

    /** Whether it says how the boot went: it became ready or failed, or its system was shut down since. */
    public boolean isVerdict() {
        return switch (state) {
            case READY, OFF, FAILED -> true;
            default -> false;
        };
    }

    /** Whether the server noticed it, rather than was told: the node was not heard of then. */
    public boolean isNoticed() {
        return step.equals(NO_WORD) || step.equals(GONE);
    }
}
