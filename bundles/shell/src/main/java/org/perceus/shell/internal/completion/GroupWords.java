package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Name;
import org.perceus.shell.internal.site.Site;

/** Names of groups. */
@Service
public final class GroupWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return site.registry().snapshot().groups().keySet().stream().map(Name::value);
    }
}
