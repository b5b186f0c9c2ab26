package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.operation.OperationKind;
import org.perceus.shell.internal.site.Site;

/** Kinds of operations. */
@Service
public final class OperationKindWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return Stream.of(OperationKind.values()).map(OperationKind::toString);
    }
}
