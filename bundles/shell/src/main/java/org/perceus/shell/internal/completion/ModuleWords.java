package org.perceus.shell.internal.completion;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.module.ModuleInfo;
import org.perceus.shell.internal.site.Site;

/** Names of provisioning modules. */
@Service
public final class ModuleWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return site.modules().modules().stream().map(ModuleInfo::name);
    }

    static Stream<String> of(Site site, ModuleInfo.Kind kind) {
        return site.modules().modules().stream()
                .filter(module -> module.kind().equals(Optional.of(kind)))
                .map(ModuleInfo::name);
    }
}
