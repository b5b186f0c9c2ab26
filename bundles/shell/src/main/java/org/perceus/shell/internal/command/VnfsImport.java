package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.perceus.administration.Administrator;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.shell.internal.capsule.ImportScreen;
import org.perceus.shell.internal.capsule.RootCard;
import org.perceus.shell.internal.completion.MethodWords;
import org.perceus.shell.internal.screen.DeedAnswer;
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
public final class VnfsImport extends ChangingAction {
    @Reference
    private CapsuleDeeds deeds;

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
        Administrator who = administrator(screen);
        Optional<String> prepared = noPrepare
                ? Optional.empty()
                : Optional.of(DeedAnswer.told(deeds.method(who, Optional.ofNullable(method)), screen));
        CapsuleDeeds.Source source = new CapsuleDeeds.Source(name, screen.resolve(path), Optional.ofNullable(kernel));
        // with JSON, what is for people goes where the progress goes
        ImportScreen told = new ImportScreen(screen, json ? screen.err() : screen.out());
        CapsuleDeeds.Import imported = told.followed(progress -> deeds.importRoot(who, source, dryRun, progress));
        if (imported.result() instanceof ImportResult.Examined examined) {
            told.examined(imported.id(), source.path(), examined);
            show(screen, imported.id(), new RootCard(examined.kernels(), examined.traits()));
            return;
        }
        Capsule capsule = ((ImportResult.Imported) imported.result()).capsule();
        told.imported(capsule, imported.took());
        show(screen, imported.id(), new RootCard(capsule.kernels(), capsule.traits()));
        if (prepared.isPresent()) {
            told.prepared(
                    imported.id(),
                    prepared.get(),
                    told.followed(progress -> deeds.prepare(who, imported.id(), prepared.get(), progress)));
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
