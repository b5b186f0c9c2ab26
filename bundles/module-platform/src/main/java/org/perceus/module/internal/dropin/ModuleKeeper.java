package org.perceus.module.internal.dropin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.perceus.module.BuildProgress;
import org.perceus.module.DurableWriter;
import org.perceus.module.MissingModules;
import org.perceus.module.ModuleInfo;
import org.perceus.module.NodeRequirements;
import org.perceus.module.OneLine;
import org.perceus.module.internal.config.PlatformConfiguration;
import org.perceus.module.internal.folder.FolderView;
import org.perceus.module.internal.folder.Inspection;
import org.perceus.module.internal.folder.JarInspector;
import org.perceus.module.internal.folder.ModuleFolder;
import org.perceus.module.internal.folder.ModuleJar;
import org.perceus.module.internal.folder.Refusal;
import org.perceus.module.internal.image.ImageBuilder;
import org.perceus.module.internal.registry.DefaultModuleRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the container's modules as the modules folder says: looks at it every second, and when somebody asks. Thread-safe.
 */
@Component(
        immediate = true,
        service = {ModuleKeeper.class, MissingModules.class})
public final class ModuleKeeper implements MissingModules {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleKeeper.class);

    private final BundleContext context;
    private final ModuleBundles bundles;
    private final ModuleFolder folder;
    private final JarInspector inspector;
    private final Drain drain;
    private final Replacement replacement;
    private final Starter starter;
    private final Reconciler reconciler;
    private final ModuleListing listing;
    private final ReentrantLock changing = new ReentrantLock(true);
    private final FolderWatch watch;
    private volatile FolderView view;
    private volatile Map<String, String> missing = Map.of();
    private volatile String trouble = "";

    @Activate
    public ModuleKeeper(
            BundleContext context,
            @Reference PlatformConfiguration configuration,
            @Reference DefaultModuleRegistry registry,
            @Reference ImageBuilder images,
            @Reference NodeRequirements requirements,
            @Reference DurableWriter writer,
            @Reference ServiceComponentRuntime components) {
        this(
                context,
                configuration.now().folder(),
                JarInspector.ofInstalledSpi(),
                registry,
                new Replacement(registry, images, requirements),
                components,
                () -> configuration.now().drain(),
                () -> configuration.now().poll(),
                writer,
                Clock.systemUTC());
        watch.begin(this::lookAgain);
    }

    /** One that looks at the folder only when somebody asks. */
    ModuleKeeper(
            BundleContext context,
            Path modules,
            JarInspector inspector,
            DefaultModuleRegistry registry,
            Replacement replacement,
            ServiceComponentRuntime components,
            Supplier<Duration> drainLimit,
            Supplier<Duration> period,
            DurableWriter writer,
            Clock clock) {
        this.context = context;
        this.bundles = new ModuleBundles(context);
        this.inspector = inspector;
        this.folder = new ModuleFolder(modules, inspector, writer, clock);
        this.drain = new Drain(bundles, registry, drainLimit);
        this.starter = new Starter(bundles, registry);
        this.replacement = replacement;
        this.reconciler = new Reconciler(folder, bundles, starter, replacement, drain);
        this.listing = new ModuleListing(
                bundles, registry, reconciler, starter, replacement, new Diagnosis(context, components));
        this.watch = new FolderWatch(period);
        this.view = firstLook();
    }

    @Deactivate
    void stop() {
        watch.stop();
        drain.stop();
    }

    /** Versions of the SPI and the rules of the folder, for whoever looks at a jar that is elsewhere. */
    Inspection inspect(Path jar) {
        return inspector.inspect(jar);
    }

    FolderView view() {
        return view;
    }

    ModuleBundles bundles() {
        return bundles;
    }

    /** All modules there are, by name. */
    List<ModuleInfo> modules() {
        return listing.modules(view);
    }

    @Override
    public boolean isDisabled(String name) {
        return view.disabled().containsKey(name);
    }

    @Override
    public String reason(String name) {
        return missing.getOrDefault(name, "is not present");
    }

    /** A change of the folder. */
    @FunctionalInterface
    interface Change {
        /** Changes it. */
        void apply(ModuleFolder folder) throws IOException, InterruptedException, Refusal;
    }

    /**
     * Changes the folder, follows the change, and waits until what it takes out of use has left.
     *
     * @return how long that was still in use
     */
    Duration change(Change change) throws IOException, InterruptedException, Refusal {
        CompletableFuture<Duration> leaving;
        changing.lockInterruptibly();
        try {
            change.apply(folder);
            follow();
            leaving = drain.all();
        } finally {
            changing.unlock();
        }
        // It may be minutes, in which others may change other modules.
        Duration drained = await(leaving);
        changing.lockInterruptibly();
        try {
            // What left may make room: a disabled bundle that is wanted again.
            follow();
            return drained;
        } finally {
            changing.unlock();
        }
    }

    /**
     * Changes the folder when a jar that comes into it is fit for nodes: it has to run beside the one in use, and to build
     * what nodes need of it.
     */
    Duration change(ModuleJar jar, Path source, BuildProgress progress, Change change)
            throws IOException, InterruptedException, Refusal {
        if (view.isDisabled(jar.names())) {
            return change(change);
        }
        Optional<Bundle> before = bundles.find(jar);
        if (before.isPresent()) {
            await(drain.departure(before.get()));
        }
        Bundle bundle = onTrial(jar, source);
        try {
            start(bundle, jar);
            complete(bundle, jar, progress);
            return change(change);
        } finally {
            changing.lock();
            try {
                reconciler.endTrial(jar, view);
            } finally {
                changing.unlock();
            }
        }
    }

    private Bundle onTrial(ModuleJar jar, Path source) throws IOException, InterruptedException, Refusal {
        changing.lockInterruptibly();
        try {
            return reconciler.beginTrial(jar, jar.content(source));
        } catch (BundleException e) {
            throw new Refusal(jar.file() + " cannot be installed: " + OneLine.of(e, true));
        } finally {
            changing.unlock();
        }
    }

    private void start(Bundle bundle, ModuleJar jar) throws InterruptedException, Refusal {
        changing.lockInterruptibly();
        try {
            if (!starter.start(bundle)) {
                throw new Refusal(jar.file() + " does not run: " + listing.reason(bundle));
            }
        } finally {
            changing.unlock();
        }
    }

    private void complete(Bundle bundle, ModuleJar jar, BuildProgress progress) throws InterruptedException, Refusal {
        try {
            replacement.complete(bundle.getBundleId(), progress);
        } catch (Refusal e) {
            throw new Refusal(jar.file() + " is not used: " + e.getMessage());
        }
    }

    private static Duration await(CompletableFuture<Duration> leaving) throws InterruptedException {
        try {
            return leaving.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private FolderView firstLook() {
        try {
            return folder.look();
        } catch (IOException e) {
            return new FolderView(Map.of(), Map.of());
        }
    }

    /** Looks at the folder, and never throws: that would be the last look. */
    void lookAgain() {
        if (context.getBundle(0).getState() != Bundle.ACTIVE
                && context.getBundle(0).getState() != Bundle.STARTING) {
            return;
        }
        if (!changing.tryLock()) {
            return;
        }
        try {
            follow();
            trouble = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // An error that is not caught here would be the end of the watch.
            if (!trouble.equals(e.toString())) {
                trouble = e.toString();
                LOG.warn("The modules folder cannot be followed", e);
            }
        } finally {
            changing.unlock();
        }
    }

    private void follow() throws IOException, InterruptedException {
        view = folder.look();
        reconciler.follow(view);
        missing = listing.missing(view);
    }
}
