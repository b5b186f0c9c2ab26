package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.shell.internal.site.Site;

/** States that nodes have scripts for. */
@Service
public final class ScriptStateWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return StateScript.State.LIFE.stream().map(StateScript.State::toString);
    }
}
