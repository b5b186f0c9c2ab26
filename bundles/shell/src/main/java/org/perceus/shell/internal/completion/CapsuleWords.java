package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.site.Site;

/** Capsules with their versions. */
@Service
public final class CapsuleWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return site.capsules().capsules().stream().map(capsule -> capsule.id().toString());
    }
}
