package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.PreviewDeeds;
import org.perceus.provisioning.PreviewResult;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.file.FileText;
import org.perceus.shell.internal.file.GivenFiles;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node file show}. */
@Service
@Command(
        scope = "perceus",
        name = "node-file-show",
        description = "Shows what is in the files that a node would get now, templates as they become for it")
public final class NodeFileShow extends SiteAction {
    @Reference
    private PreviewDeeds deeds;

    @Option(name = "--json", description = "Print JSON instead of text")
    private boolean json;

    @Argument(name = "node", description = "Which node: its name or its MAC", required = true)
    @Completion(NodeWords.class)
    private String node;

    @Argument(
            index = 1,
            name = "path",
            description =
                    "Path of a file on the node, to print what is in it and nothing else; without it, all are shown")
    private String path;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        PreviewResult.Shares given = DeedAnswer.told(deeds.shares(screen.administrator(""), node), screen);
        GivenFiles files = new GivenFiles(given);
        List<FileText> chosen = path == null
                ? files.files().stream().map(FileText::new).toList()
                : List.of(new FileText(files.at(path)
                        .orElseThrow(() -> new CommandFailure(node + " gets no file " + path
                                + " of a module: 'perceus node file list " + node + "' shows those it gets"))));
        if (json) {
            JsonArray array = new JsonArray();
            chosen.forEach(file -> array.add(file.json()));
            screen.print(array);
        } else if (path == null) {
            chosen.forEach(file -> file.printTitled(screen));
        } else {
            chosen.forEach(file -> file.print(screen));
        }
    }
}
