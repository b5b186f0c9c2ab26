package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.module.ModuleUse;
import org.perceus.shell.internal.info.ModuleReport;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module list}. */
@Service
@Command(
        scope = "perceus",
        name = "module-list",
        description =
                "Lists provisioning modules: those there are and those there should be, who uses them, and failures")
public final class ModuleList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Override
    void run(Site site, Screen screen) {
        ModuleUse use = ModuleUse.of(site.registry().snapshot(), site.defaults());
        ModuleReport report = new ModuleReport(site.modules().modules(), use);
        if (json) {
            screen.print(report.json());
        } else {
            screen.print(report.table(), "no provisioning module is installed: no node can be provisioned");
        }
    }
}
