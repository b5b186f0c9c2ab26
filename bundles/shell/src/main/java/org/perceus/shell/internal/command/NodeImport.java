package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.perceus.administration.NodeDeeds;
import org.perceus.shell.internal.inventory.NodeFileReader;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node import}. */
@Service
@Command(
        scope = "perceus",
        name = "node-import",
        description = "Adds the nodes of a CSV file with MAC, name, address, group and settings: all of them or none")
public final class NodeImport extends ChangingAction {
    @Reference
    private NodeDeeds deeds;

    @Option(name = "--dry-run", description = "Check the file, and add nothing")
    private boolean dryRun;

    @Option(
            name = "--update",
            description = "Also change nodes that are there already: what the file says of them, and nothing else")
    private boolean update;

    @Argument(
            name = "file",
            description =
                    "The file; a first line may name the columns, fields but the MAC may be empty, # begins a comment",
            required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        NodeDeeds.NodeList list = new NodeDeeds.NodeList(file, NodeFileReader.read(screen.resolve(file)));
        NodeDeeds.Imported imported =
                DeedAnswer.told(deeds.importList(administrator(screen), list, update, dryRun), screen);
        if (!imported.added().isEmpty()) {
            screen.say((dryRun ? "would add " : "added ") + NodeSelection.summary(imported.added()));
        }
        if (!imported.changed().isEmpty()) {
            screen.say((dryRun ? "would change " : "changed ") + NodeSelection.summary(imported.changed()));
        }
        int same = imported.same();
        if (same > 0) {
            screen.say(Amounts.count(same, "node") + (same == 1 ? " is" : " are") + " as the file says already");
        }
    }
}
