package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.capsule.CapsuleImport;
import org.perceus.shell.internal.capsule.NextVersion;
import org.perceus.shell.internal.capsule.RootCard;
import org.perceus.shell.internal.completion.MethodWords;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;

/** {@code perceus vnfs import}. */
@Service
@Command(
        scope = "perceus",
        name = "vnfs-import",
        description = "Makes a capsule of a root file system, and prepares it for a provisioning method")
public final class VnfsImport extends SiteAction {
    @Option(name = "--method", description = "The method to prepare it for, instead of the site's default")
    @Completion(MethodWords.class)
    private String method;

    @Option(name = "--no-prepare", description = "Leave preparing to the first node that boots it")
    private boolean noPrepare;

    @Option(name = "--kernel", description = "Release of the kernel that nodes get, instead of the newest plain one")
    private String kernel;

    @Option(name = "--dry-run", description = "Show what would be imported, and import nothing")
    private boolean dryRun;

    @Option(name = "--json", description = "Print what was found as JSON")
    private boolean json;

    @Argument(name = "name", description = "NAME@VERSION, or NAME for the next number", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "path",
            description = "A folder, or a tar archive: plain, gzip, zstd, xz or bzip2",
            required = true)
    @Completion(FileCompleter.class)
    private String path;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Path source = screen.resolve(path);
        CapsuleId id = NextVersion.of(name, site.capsules().capsules());
        String prepared = method != null ? method : site.modules().defaultMethod();
        if (!noPrepare) {
            CommandFailure.on(site.settingCheck().objection(Map.of(NodeSettings.METHOD, Optional.of(prepared))));
        }
        // with JSON, what is for people goes where the progress goes
        CapsuleImport task = new CapsuleImport(screen, json ? screen.err() : screen.out());
        Optional<String> wanted = Optional.ofNullable(kernel);
        if (dryRun) {
            ImportResult.Examined examined = task.examine(site.capsules(), id, source, wanted);
            show(screen, id, new RootCard(examined.kernels(), examined.traits()));
            return;
        }
        Capsule capsule = task.run(site.capsules(), id, source, wanted);
        show(screen, id, new RootCard(capsule.kernels(), capsule.traits()));
        if (!noPrepare) {
            task.prepare(site.images(), id, prepared);
        }
    }

    private void show(Screen screen, CapsuleId id, RootCard card) {
        if (!json) {
            card.print(screen);
            return;
        }
        JsonObject object = new JsonObject();
        object.addProperty("name", id.name());
        object.addProperty("version", id.version());
        card.addTo(object);
        JsonArray array = new JsonArray();
        array.add(object);
        screen.print(array);
    }
}
