package org.perceus.module.internal.dropin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Version;
import org.perceus.module.ModuleInfo;
import org.perceus.module.internal.folder.JarFiles;
import org.perceus.module.internal.folder.JarInspector;
import org.perceus.module.internal.image.ImageSite;
import org.perceus.module.testing.PlainWriter;

/** A modules folder, and a container that is kept as it says. */
final class DropinSite extends TemporaryFolder {
    final FakeContainer container = new FakeContainer();
    private Path modules;
    private ImageSite images;
    private ModuleKeeper keeper;

    @Override
    protected void before() throws Throwable {
        super.before();
        modules = newFolder("modules").toPath();
        images = new ImageSite(newFolder("images").toPath());
        // Time for a file to settle is not waited for: it looks from later.
        keeper = new ModuleKeeper(
                container.context(),
                modules,
                new JarInspector(new Version("1.0.0")),
                container.modules.registry(),
                new Replacement(container.modules.registry(), images.builder(), method -> Set.of()),
                FakeContainer.components(),
                () -> Duration.ofSeconds(10),
                () -> Duration.ofSeconds(1),
                new PlainWriter(),
                Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC));
    }

    @Override
    protected void after() {
        container.release();
        keeper.stop();
        try {
            images.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        super.after();
    }

    /** The folder. */
    Path modules() {
        return modules;
    }

    ModuleKeeper keeper() {
        return keeper;
    }

    /** A folder that is not the modules folder. */
    Path elsewhere(String file) throws IOException {
        return newFolder().toPath().resolve(file);
    }

    /** Puts a jar with a version of the module {@code test} into the folder. */
    Path drop(String file, String version) throws IOException {
        return new JarFiles().version(version).write(modules.resolve(file));
    }

    void remove(String file) throws IOException {
        Files.delete(modules.resolve(file));
    }

    /** Looks until the container's bundles are these, with a plus for those that are active. */
    void awaitBundles(String... versions) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        keeper.lookAgain();
        while (!container.found().equals(List.of(versions))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("there is " + container.found());
            }
            Thread.sleep(10);
            keeper.lookAgain();
        }
    }

    /** The list of modules, a line of file, status and reason each. */
    List<String> listed() {
        return keeper.modules().stream().map(DropinSite::line).toList();
    }

    private static String line(ModuleInfo info) {
        return info.name() + " of " + info.file().orElse("Perceus") + " is " + info.status()
                + (info.reason().isEmpty() ? "" : ": " + info.reason());
    }
}
