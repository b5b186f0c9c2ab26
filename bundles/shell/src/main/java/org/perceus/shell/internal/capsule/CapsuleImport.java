package org.perceus.shell.internal.capsule;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.perceus.provisioning.CapsuleImages;
import org.perceus.provisioning.ImageResult;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.ProgressLine;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;

/** Imports capsules and has their images built, with progress. */
public final class CapsuleImport {
    private final Screen screen;
    private final PrintStream results;

    /**
     * @param screen shows the progress
     * @param results hears of what was done
     */
    public CapsuleImport(Screen screen, PrintStream results) {
        this.screen = screen;
        this.results = results;
    }

    /** @throws CommandFailure when there cannot be such a capsule */
    public void check(CapsuleLibrary library, CapsuleId id, Path source) {
        if (library.find(id).isPresent()) {
            throw new CommandFailure("there is a capsule " + id + " already, and capsules never change: give it another"
                    + " version, or only the name for the next one");
        }
        if (!Files.isDirectory(source) && !Files.isRegularFile(source)) {
            throw new CommandFailure(
                    "there is no folder or archive " + source + ": give the root file system of the capsule");
        }
    }

    /** Imports a root file system, and shows what it is like. */
    public Capsule run(CapsuleLibrary library, CapsuleId id, Path source, Optional<String> kernel) {
        check(library, id, source);
        long begun = System.nanoTime();
        ImportResult result = follow(progress -> library.importRoot(id, source, kernel, progress));
        Capsule capsule = ((ImportResult.Imported) result).capsule();
        results.println("imported " + capsule.id() + ": " + Amounts.count(capsule.files(), "file") + ", "
                + Amounts.bytes(capsule.rootSize()) + ", packed "
                + Amounts.bytes(capsule.root().size()) + ", kernel "
                + capsule.kernel().release() + ", in "
                + since(begun));
        return capsule;
    }

    /** Does the same without keeping anything, and shows what it would be like. */
    public ImportResult.Examined examine(CapsuleLibrary library, CapsuleId id, Path source, Optional<String> kernel) {
        check(library, id, source);
        ImportResult.Examined examined =
                (ImportResult.Examined) follow(progress -> library.examineRoot(id, source, kernel, progress));
        results.println("would import " + id + " from " + source + ": " + Amounts.count(examined.files(), "file") + ", "
                + Amounts.bytes(examined.rootSize()) + ", kernel "
                + examined.kernels().get(0).release());
        return examined;
    }

    private ImportResult follow(Function<Progress, ImportResult> work) {
        ProgressLine progress = new ProgressLine(screen);
        ImportResult result;
        try {
            result = work.apply(progress);
        } finally {
            progress.end();
        }
        if (result instanceof ImportResult.Rejected rejected) {
            throw new CommandFailure("nothing was imported: " + rejected.reason());
        }
        return result;
    }

    /** Builds what nodes of a method need of a capsule. */
    public void prepare(CapsuleImages images, CapsuleId id, String method) throws InterruptedException {
        long begun = System.nanoTime();
        ProgressLine progress = new ProgressLine(screen);
        ImageResult result;
        try {
            result = images.prepare(id, method, progress).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new CommandFailure(
                    "preparing " + id + " for " + method + " failed: "
                            + e.getCause().getMessage(),
                    e.getCause());
        } finally {
            progress.end();
        }
        if (result instanceof ImageResult.Failed failed) {
            throw new CommandFailure(
                    "the capsule " + id + " is there, but preparing it for " + method + " failed: " + failed.reason());
        }
        results.println("prepared " + id + " for " + method + ": " + Amounts.bytes(((ImageResult.Ready) result).bytes())
                + ", in " + since(begun));
    }

    private static String since(long begun) {
        return Amounts.duration(Duration.ofNanos(System.nanoTime() - begun));
    }
}
