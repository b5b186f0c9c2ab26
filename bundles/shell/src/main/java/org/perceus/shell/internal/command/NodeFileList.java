package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.PreviewDeeds;
import org.perceus.provisioning.PreviewResult;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.file.GivenFiles;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node file list}. */
@Service
@Command(
        scope = "perceus",
        name = "node-file-list",
        description =
                "Lists the files that a node would get now, with the module and the file of the site that each is from")
public final class NodeFileList extends SiteAction {
    @Reference
    private PreviewDeeds deeds;

    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Argument(name = "node", description = "Which node: its name or its MAC", required = true)
    @Completion(NodeWords.class)
    private String node;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        PreviewResult.Shares given = DeedAnswer.told(deeds.shares(screen.administrator(""), node), screen);
        GivenFiles files = new GivenFiles(given);
        if (json) {
            screen.print(files.json());
        } else {
            screen.print(files.table(), "no module has a file for " + node);
        }
    }
}
