package org.perceus.doctor.firewall;

import java.util.function.Predicate;

/** One condition of a rule. */
interface Match {
    /** Whether a condition holds. */
    enum Truth {
        YES,
        NO,
        UNKNOWN
    }

    Truth of(Packet packet);

    /** What is not understood here. */
    static Match unknown() {
        return packet -> Truth.UNKNOWN;
    }

    static Match when(Predicate<Packet> holds) {
        return packet -> holds.test(packet) ? Truth.YES : Truth.NO;
    }

    default Match negated() {
        return packet -> switch (of(packet)) {
            case YES -> Truth.NO;
            case NO -> Truth.YES;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }
}
