package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.node.GroupReport;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus group list}. */
@Service
@Command(
        scope = "perceus",
        name = "group-list",
        description = "Lists groups with the number of their nodes and their settings")
public final class GroupList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Override
    void run(Site site, Screen screen) {
        List<GroupReport> groups = GroupReport.all(site.registry().snapshot());
        if (json) {
            screen.print(GroupReport.json(groups));
        } else {
            screen.print(GroupReport.table(groups), "there are no groups yet: 'group set' makes one");
        }
    }
}
