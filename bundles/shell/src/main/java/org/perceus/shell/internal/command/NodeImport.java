package org.perceus.shell.internal.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.perceus.node.ChangeResult;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeSpec;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.shell.internal.inventory.ImportReport;
import org.perceus.shell.internal.inventory.NodeFile;
import org.perceus.shell.internal.inventory.NodeFileReader;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node import}. */
@Service
@Command(
        scope = "perceus",
        name = "node-import",
        description = "Adds the nodes of a CSV file with MAC, name, address, group and settings: all of them or none")
public final class NodeImport extends SiteAction {
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
        Set<SettingKey> settings = site.settingCheck().settings().stream()
                .map(DeclaredSetting::key)
                .collect(Collectors.toSet());
        NodeFile nodes = NodeFileReader.read(screen.resolve(file), settings).checked(site.settingCheck());
        if (nodes.entries().isEmpty() && nodes.problems().isEmpty()) {
            throw new CommandFailure(file + " has no nodes: write one line MAC,name,address,group for each");
        }
        // of a file with bad lines the registry is asked only what it has against the others
        NodeAdmin admin = site.admin(dryRun || !nodes.problems().isEmpty());
        List<NodeSpec> specs =
                nodes.entries().stream().map(NodeFile.Entry::spec).toList();
        RegistrySnapshot before = site.registry().snapshot();
        ChangeResult result = Transaction.result(
                update ? admin.merge(specs, Transaction.author(screen)) : admin.add(specs, Transaction.author(screen)));
        new ImportReport(nodes, file).requireGood(result);
        ImportReport.done(before, Transaction.changed(result), dryRun).forEach(screen::say);
    }
}
