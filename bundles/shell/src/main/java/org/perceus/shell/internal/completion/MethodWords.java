package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.module.ModuleInfo;
import org.perceus.shell.internal.site.Site;

/** Names of provisioning methods. */
@Service
public final class MethodWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return methods(site);
    }

    static Stream<String> methods(Site site) {
        return ModuleWords.of(site, ModuleInfo.Kind.METHOD);
    }
}
