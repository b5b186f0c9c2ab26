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
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.script.ScriptReport;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node script show}. */
@Service
@Command(
        scope = "perceus",
        name = "node-script-show",
        description = "Prints the scripts that a node would run, also what scripts on the server print for it")
public final class NodeScriptShow extends SiteAction {
    @Reference
    private PreviewDeeds deeds;

    @Option(name = "--json", description = "Print JSON instead of text")
    private boolean json;

    @Option(name = "--state", description = "Only scripts of this state: init, start, ready, shutdown or x-NAME")
    @Completion(ScriptStateWords.class)
    private String state;

    @Argument(index = 0, name = "node", description = "Which node: its name or MAC", required = true)
    @Completion(NodeWords.class)
    private String node;

    @Argument(index = 1, name = "name", description = "Name of a script; else all")
    private String name;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Optional<StateScript.State> only = Optional.ofNullable(state).map(ScriptReport::state);
        PreviewResult.Shares given = DeedAnswer.told(deeds.shares(screen.administrator(""), node), screen);
        List<ModuleShare> shares = given.shares();
        ScriptReport report = ScriptReport.of(shares, only, Optional.ofNullable(name));
        if (report.scripts().isEmpty() && name != null) {
            throw new CommandFailure("there is no script '" + name + "' that " + node
                    + " would run: 'perceus node script list " + node + "' shows them");
        }
        if (json) {
            screen.print(report.json(true));
        } else if (report.scripts().isEmpty()) {
            screen.err().println(node + " would run no scripts");
        } else {
            screen.out().print(report.text(screen.width() > 0));
        }
    }
}
