package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Name;
import org.perceus.shell.internal.site.Site;

/** Settings, and the group to set them of. */
@Service
public final class GroupSettingWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return Stream.concat(
                SettingTerms.of(site, typed),
                site.registry().snapshot().groups().keySet().stream().map(Name::value));
    }
}
