package org.perceus.shell.internal.command;

import com.google.gson.JsonObject;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.info.SiteReport;
import org.perceus.shell.internal.info.SiteText;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus info}. */
@Service
@Command(
        scope = "perceus",
        name = "info",
        description = "Shows the site at a glance: version, interfaces and servers, Perceus OS, nodes by state")
public final class Info extends SiteAction {
    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Option(name = "--counters", description = "Also the traffic counters of the servers")
    private boolean counters;

    @Override
    void run(Site site, Screen screen) {
        SiteReport report = SiteReport.of(site);
        if (json) {
            JsonObject object = SiteText.json(report);
            if (counters) {
                JsonObject values = new JsonObject();
                site.counters().forEach(values::addProperty);
                object.add("counters", values);
            }
            screen.print(object);
            return;
        }
        screen.out().print(SiteText.text(report));
        if (counters) {
            screen.out().println();
            screen.print(SiteText.counters(site.counters()), "nothing was counted yet");
        }
    }
}
