package org.perceus.shell.internal.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.perceus.node.NodeState;
import org.perceus.shell.internal.node.NodeReport;
import org.perceus.shell.internal.screen.CommandFailure;

/**
 * Picks nodes by their state. Immutable.
 *
 * @param state the state
 */
record StateFilter(NodeState state) {
    static StateFilter parse(String text) {
        return Arrays.stream(NodeState.values())
                .filter(state -> state.toString().equalsIgnoreCase(text))
                .findFirst()
                .map(StateFilter::new)
                .orElseThrow(() -> CommandFailure.usage("'" + text + "' is not a state: use one of "
                        + Arrays.stream(NodeState.values())
                                .map(NodeState::toString)
                                .collect(Collectors.joining(", "))));
    }

    boolean matches(NodeReport report) {
        return report.status().state() == state;
    }
}
