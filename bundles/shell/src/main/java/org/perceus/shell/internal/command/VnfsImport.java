package org.perceus.shell.internal.command;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.perceus.shell.internal.capsule.CapsuleImport;
import org.perceus.shell.internal.capsule.NextVersion;
import org.perceus.shell.internal.completion.MethodWords;
import org.perceus.shell.internal.node.SettingCheck;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.CapsuleId;

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

    @Option(name = "--dry-run", description = "Show what would be imported, and import nothing")
    private boolean dryRun;

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
        CapsuleImport task = new CapsuleImport(screen);
        String prepared = method != null ? method : site.modules().defaultMethod();
        if (!noPrepare) {
            new SettingCheck(site).checkMethod(prepared);
        }
        if (dryRun) {
            task.check(site.capsules(), id, source);
            screen.out().println("would import " + id + " from " + source);
            return;
        }
        task.run(site.capsules(), id, source);
        if (!noPrepare) {
            task.prepare(site.images(), id, prepared);
        }
    }
}
