package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.site.Site;

/** Names of nodes, and groups behind an at sign. */
@Service
public final class NodeWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return nodes(site.registry().snapshot());
    }

    static Stream<String> nodes(RegistrySnapshot snapshot) {
        return Stream.concat(
                snapshot.nodes().stream().map(node -> node.name().value()),
                snapshot.groups().keySet().stream().map(group -> "@" + group));
    }
}
