package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.dhcp.Dialect;
import org.perceus.shell.internal.site.Site;

/** DHCP servers whose configuration can be written. */
@Service
public final class DialectWords extends WordCompleter {
    @Override
    Stream<String> words(Site site, String typed) {
        return Stream.of(Dialect.values()).map(Dialect::word);
    }
}
