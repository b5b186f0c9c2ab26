package org.perceus.module.internal.dropin;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.perceus.module.OneLine;
import org.perceus.module.internal.folder.FolderView;
import org.perceus.module.internal.folder.Inspection;
import org.perceus.module.internal.folder.ModuleFolder;
import org.perceus.module.internal.folder.ModuleJar;
import org.perceus.module.internal.folder.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the container's bundles in line with the modules folder. What is new is started, and builds what nodes need of
 * it, before what it replaces is taken out of use; what it replaces stays as long as it cannot. Not thread-safe.
 */
final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final ModuleFolder folder;
    private final ModuleBundles bundles;
    private final Starter starter;
    private final Replacement replacement;
    private final Drain drain;
    private final Set<Bundle> onTrial = new HashSet<>();
    private volatile Map<String, String> failures = Map.of();

    Reconciler(ModuleFolder folder, ModuleBundles bundles, Starter starter, Replacement replacement, Drain drain) {
        this.folder = folder;
        this.bundles = bundles;
        this.starter = starter;
        this.replacement = replacement;
        this.drain = drain;
    }

    /** Does what the folder says. */
    void follow(FolderView view) throws InterruptedException {
        Map<String, String> failed = new HashMap<>();
        Set<Bundle> wanted = new HashSet<>(onTrial);
        // Symbolic names of which the folder has a bundle that needs no other beside it.
        Set<String> settled = new HashSet<>();
        for (List<ModuleJar> versions : view.versions().values()) {
            Iterator<ModuleJar> newestFirst = versions.iterator();
            boolean older = true;
            while (older && newestFirst.hasNext()) {
                ModuleJar jar = newestFirst.next();
                Optional<Bundle> bundle = installed(jar, failed);
                bundle.ifPresent(wanted::add);
                if (bundle.isPresent() && bring(bundle.get(), view) && isFit(bundle.get())) {
                    settled.add(jar.bundle());
                }
                // One that is leaving comes back when it has left.
                older = !settled.contains(jar.bundle())
                        && bundle.filter(drain::isLeaving).isEmpty();
            }
        }
        failures = Map.copyOf(failed);
        for (Bundle bundle : bundles.shipped()) {
            if (!settled.contains(bundle.getSymbolicName())) {
                bring(bundle, view);
            } else if (bundle.getState() == Bundle.ACTIVE) {
                drain.begin(bundle, false);
            }
        }
        for (Bundle bundle : bundles.fromFolder()) {
            if (!wanted.contains(bundle) && !mayStay(bundle, view, settled)) {
                drain.begin(bundle, true);
            }
        }
    }

    /** Why a jar in the folder cannot be installed, if it cannot. Thread-safe. */
    Optional<String> failure(ModuleJar jar) {
        return Optional.ofNullable(failures.get(jar.location()));
    }

    /** Installs a module that is not in the folder yet, beside the one that is in use, and leaves it alone until the trial ends. */
    Bundle beginTrial(ModuleJar jar, byte[] content) throws BundleException, Refusal {
        Optional<Bundle> there = bundles.find(jar);
        if (there.filter(onTrial::contains).isPresent()) {
            throw new Refusal(jar.file() + " is being tried by another command");
        }
        if (there.isPresent()) {
            // It runs, and its file was spoiled.
            return there.get();
        }
        Bundle bundle = bundles.install(jar, content);
        onTrial.add(bundle);
        return bundle;
    }

    /** Ends a trial, and takes the module away unless it is in the folder by now. */
    void endTrial(ModuleJar jar, FolderView view) {
        bundles.find(jar).filter(onTrial::remove).ifPresent(bundle -> {
            if (view.jars().stream().noneMatch(other -> other.location().equals(jar.location()))) {
                drain.begin(bundle, true);
            }
        });
    }

    private Optional<Bundle> installed(ModuleJar jar, Map<String, String> failed) {
        Optional<Bundle> found = bundles.find(jar);
        if (found.isPresent()) {
            return found;
        }
        try {
            Bundle bundle = bundles.install(jar, folder.content(jar));
            LOG.info("Installed {} of {}, SHA-256 {}", jar, jar.file(), jar.sha256());
            return Optional.of(bundle);
        } catch (BundleException | IOException e) {
            String reason = "it cannot be installed: " + OneLine.of(e, true);
            failed.put(jar.location(), reason);
            if (!failure(jar).equals(Optional.of(reason))) {
                LOG.warn("{} is not used: {}", jar.file(), reason);
            }
            return Optional.empty();
        }
    }

    /** Whether the bundle is as it shall be: its modules there, or disabled. */
    private boolean bring(Bundle bundle, FolderView view) throws InterruptedException {
        List<String> names = ModuleBundles.names(bundle);
        if (view.isDisabled(names)) {
            if (bundle.getState() == Bundle.ACTIVE) {
                drain.begin(bundle, false);
            }
            return true;
        }
        return !drain.isLeaving(bundle) && starter.start(bundle);
    }

    private boolean isFit(Bundle bundle) {
        return replacement.obstacle(bundle.getBundleId()).isEmpty();
    }

    /** What ran stays while its file is there and has nothing better. */
    private static boolean mayStay(Bundle bundle, FolderView view, Set<String> settled) {
        Map<String, Optional<Inspection>> files = view.files();
        return files.containsKey(ModuleJar.fileOf(bundle.getLocation()))
                && !settled.contains(bundle.getSymbolicName())
                && bundle.getState() == Bundle.ACTIVE;
    }
}
