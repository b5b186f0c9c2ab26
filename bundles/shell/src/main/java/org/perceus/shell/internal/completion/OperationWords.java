package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.site.Site;

/** Numbers of operations that run or ended last. */
@Service
public final class OperationWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return site.operations().recent().stream().map(operation -> Long.toString(operation.id()));
    }
}
