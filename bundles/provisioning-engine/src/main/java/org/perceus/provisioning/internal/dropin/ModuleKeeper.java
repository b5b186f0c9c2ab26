package org.perceus.provisioning.internal.dropin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.EngineDirectory;
import org.perceus.provisioning.internal.EngineNumber;
import org.perceus.provisioning.internal.OneLine;
import org.perceus.provisioning.internal.folder.FolderView;
import org.perceus.provisioning.internal.folder.Inspection;
import org.perceus.provisioning.internal.folder.JarInspector;
import org.perceus.provisioning.internal.folder.ModuleFolder;
import org.perceus.provisioning.internal.folder.ModuleJar;
import org.perceus.provisioning.internal.folder.Refusal;
import org.perceus.provisioning.internal.image.ImageWorkshop;
import org.perceus.provisioning.internal.module.Absences;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.plan.Demand;
import org.perceus.vnfs.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the container's modules as the modules folder says: looks at it every second, and when somebody asks. Thread-safe.
 */
@Component(
        immediate = true,
        service = {ModuleKeeper.class, Absences.class},
        configurationPid = EngineConfig.PID)
public final class ModuleKeeper implements Absences {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleKeeper.class);

    private final BundleContext context;
    private final ModuleBundles bundles;
    private final ModuleFolder folder;
    private final JarInspector inspector;
    private final Retirement retirement;
    private final Succession succession;
    private final Starter starter;
    private final Reconciler reconciler;
    private final Survey survey;
    private final ReentrantLock changing = new ReentrantLock(true);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "perceus-modules");
        thread.setDaemon(true);
        return thread;
    });
    private volatile FolderView view;
    private volatile Map<String, String> absences = Map.of();
    private volatile String trouble = "";

    @Activate
    public ModuleKeeper(
            EngineConfig config,
            Map<String, Object> properties,
            BundleContext context,
            @Reference ModuleRegistry registry,
            @Reference ImageWorkshop images,
            @Reference Demand demand,
            @Reference ServiceComponentRuntime components)
            throws IOException {
        this(
                context,
                EngineDirectory.modules(config),
                JarInspector.ofInstalledSpi(),
                registry,
                new Succession(registry, images, demand),
                components,
                Duration.ofSeconds(EngineNumber.DRAIN.of(properties, LOG::error)),
                Clock.systemUTC());
        watch.scheduleWithFixedDelay(
                this::lookAgain, 0, EngineNumber.MODULES_POLL.of(properties, LOG::error), TimeUnit.MILLISECONDS);
    }

    /** One that looks at the folder only when somebody asks. */
    ModuleKeeper(
            BundleContext context,
            Path modules,
            JarInspector inspector,
            ModuleRegistry registry,
            Succession succession,
            ServiceComponentRuntime components,
            Duration drainLimit,
            Clock clock) {
        this.context = context;
        this.bundles = new ModuleBundles(context);
        this.inspector = inspector;
        this.folder = new ModuleFolder(modules, inspector, clock);
        this.retirement = new Retirement(bundles, registry, drainLimit);
        this.starter = new Starter(bundles, registry);
        this.succession = succession;
        this.reconciler = new Reconciler(folder, bundles, starter, succession, retirement);
        this.survey =
                new Survey(bundles, registry, reconciler, starter, succession, new Diagnosis(context, components));
        this.view = firstLook();
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
        retirement.stop();
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
        return survey.modules(view);
    }

    @Override
    public boolean isDisabled(String name) {
        return view.disabled().containsKey(name);
    }

    @Override
    public String reason(String name) {
        return absences.getOrDefault(name, "is not present");
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
            leaving = retirement.all();
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
    Duration change(ModuleJar jar, Path source, Progress progress, Change change)
            throws IOException, InterruptedException, Refusal {
        if (view.isDisabled(jar.names())) {
            return change(change);
        }
        Optional<Bundle> before = bundles.find(jar);
        if (before.isPresent()) {
            await(retirement.departure(before.get()));
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
                throw new Refusal(jar.file() + " does not run: " + survey.reason(bundle));
            }
        } finally {
            changing.unlock();
        }
    }

    private void complete(Bundle bundle, ModuleJar jar, Progress progress) throws InterruptedException, Refusal {
        try {
            succession.complete(bundle.getBundleId(), progress);
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
        absences = survey.absences(view);
    }
}
