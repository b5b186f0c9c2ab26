package org.perceus.shell.internal.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.PreviewDeeds;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.completion.ScriptStateWords;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.script.ScriptReport;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node script list}. */
@Service
@Command(
        scope = "perceus",
        name = "node-script-list",
        description = "Lists the scripts that a node would run in each state, in order, and where each comes from")
public final class NodeScriptList extends SiteAction {
    @Reference
    private PreviewDeeds deeds;

    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Option(name = "--state", description = "Only scripts of this state: init, start, ready, shutdown or x-NAME")
    @Completion(ScriptStateWords.class)
    private String state;

    @Argument(name = "node", description = "Which node: its name or MAC", required = true)
    @Completion(NodeWords.class)
    private String node;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Optional<StateScript.State> only = Optional.ofNullable(state).map(ScriptReport::state);
        PreviewResult.Shares given = DeedAnswer.told(deeds.shares(screen.administrator(""), node), screen);
        List<ModuleShare> shares = given.shares();
        ScriptReport report = ScriptReport.of(shares, only, Optional.empty());
        if (json) {
            screen.print(report.json(false));
        } else {
            screen.print(report.table(), node + " would run no scripts");
        }
    }
}
