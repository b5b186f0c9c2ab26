package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.perceus.administration.Administrator;
import org.perceus.administration.NodeTarget;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** What commands have in common that change nodes and take nothing but these. */
public abstract class NodesAction extends ChangingAction {
    @Option(name = "--existing", description = "Take those nodes of a range that are there, and leave out the others")
    private boolean existing;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group",
            required = true,
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    final void run(Site site, Screen screen) throws InterruptedException {
        change(administrator(screen), new NodeTarget.Named(words(nodes), existing), screen);
    }

    /** Changes the nodes that are named. */
    abstract void change(Administrator who, NodeTarget target, Screen screen) throws InterruptedException;
}
