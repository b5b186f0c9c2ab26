package org.perceus.doctor.firewall;

import java.util.List;

/**
 * One rule.
 *
 * @param target the chain to jump to, if that is what it does
 * @param text as it is written
 */
record Rule(List<Match> matches, Action action, String target, String text) {
    /** What is done with a packet that meets all conditions. */
    enum Action {
        ACCEPT,
        DROP,
        /** Its chain comes back here when it has not decided. */
        JUMP,
        /** Its chain decides, or whoever jumped here. */
        GOTO,
        RETURN,
        /** Counts, logs, marks. */
        CONTINUE,
        /** Nothing that is understood here. */
        UNKNOWN
    }

    Match.Truth meets(Packet packet) {
        Match.Truth truth = Match.Truth.YES;
        for (Match match : matches) {
            Match.Truth one = match.of(packet);
            if (one == Match.Truth.NO) {
                return one;
            }
            truth = one == Match.Truth.UNKNOWN ? one : truth;
        }
        return truth;
    }
}
