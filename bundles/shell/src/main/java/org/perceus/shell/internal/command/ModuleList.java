package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.shell.internal.info.ModuleReport;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module list}. */
@Service
@Command(
        scope = "perceus",
        name = "module-list",
        description = "Lists provisioning modules, active and standby, with failures")
public final class ModuleList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Override
    void run(Site site, Screen screen) {
        List<ModuleInfo> modules = site.modules().modules();
        if (json) {
            screen.print(ModuleReport.json(modules));
        } else {
            screen.print(
                    ModuleReport.table(modules), "no provisioning module is installed: no node can be provisioned");
        }
    }
}
