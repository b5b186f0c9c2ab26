package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.capsule.CapsuleUse;
import org.perceus.shell.internal.capsule.CapsuleReport;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus vnfs list}. */
@Service
@Command(scope = "perceus", name = "vnfs-list", description = "Lists capsules with their kernels, sizes and use")
public final class VnfsList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Override
    void run(Site site, Screen screen) {
        CapsuleUse use = new CapsuleUse(site.registry().snapshot(), site.capsules());
        List<CapsuleReport> reports = CapsuleReport.of(site.capsules().capsules(), use);
        if (json) {
            screen.print(CapsuleReport.json(reports));
        } else {
            screen.print(CapsuleReport.table(reports), "there are no capsules yet: 'vnfs import' makes one");
        }
    }
}
