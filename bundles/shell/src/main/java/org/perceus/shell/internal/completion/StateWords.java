package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.NodeState;
import org.perceus.shell.internal.site.Site;

/** States of nodes. */
@Service
public final class StateWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return Stream.of(NodeState.values()).map(NodeState::toString);
    }
}
