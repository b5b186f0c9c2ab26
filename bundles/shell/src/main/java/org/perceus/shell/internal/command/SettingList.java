package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.info.NodeSettingReport;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus setting list}. */
@Service
@Command(
        scope = "perceus",
        name = "setting-list",
        description =
                "Lists the settings that nodes, groups and the site can have, of Perceus and of the modules that run")
public final class SettingList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Override
    void run(Site site, Screen screen) {
        NodeSettingReport report = new NodeSettingReport(site.settingCheck().settings());
        if (json) {
            screen.print(report.json());
        } else {
            screen.print(report.table(), "there are no settings");
        }
    }
}
