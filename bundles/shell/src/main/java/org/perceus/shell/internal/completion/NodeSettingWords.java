package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.site.Site;

/** Settings, and the nodes to set them of. */
@Service
public final class NodeSettingWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return Stream.concat(
                SettingTerms.of(site, typed), NodeWords.nodes(site.registry().snapshot()));
    }
}
