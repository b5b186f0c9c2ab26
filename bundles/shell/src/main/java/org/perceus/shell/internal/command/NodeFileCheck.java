package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.PreviewDeeds;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.file.FileCheck;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node file check}. */
@Service
@Command(
        scope = "perceus",
        name = "node-file-check",
        description =
                "Tries what nodes would get now, and says which could not have it and why; exit 0 only when all could")
public final class NodeFileCheck extends SiteAction {
    @Reference
    private PreviewDeeds deeds;

    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group; else all",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        FileCheck check = FileCheck.of(DeedAnswer.told(deeds.all(screen.administrator(""), words(nodes)), screen));
        if (json) {
            screen.print(check.json());
        } else {
            screen.print(check.table(), check.summary());
        }
        if (check.refused() > 0) {
            screen.out().flush();
            throw new CommandFailure(Amounts.count(check.refused(), "node") + " would wait; " + check.summary());
        }
    }
}
