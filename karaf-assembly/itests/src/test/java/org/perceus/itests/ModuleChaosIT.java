package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.perceus.boot.BootPolicy;
import org.perceus.node.NodeAdmin;
import org.perceus.provisioning.CapsuleImages;
import org.perceus.provisioning.ModuleAdmin;
import org.perceus.provisioning.ModuleChange;
import org.perceus.provisioning.PerceusOs;
import org.perceus.vnfs.CapsuleLibrary;

/** A module is swapped, upgraded, removed and put back while nodes request scripts without pause. */
public class ModuleChaosIT extends ContainerTest {
    private static final int SWAPS = 100;
    private static final String BUNDLE = "org.example.numbered";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Inject
    private BundleContext context;

    @Inject
    private CapsuleLibrary capsules;

    @Inject
    private CapsuleImages images;

    @Inject
    private PerceusOs os;

    @Inject
    private NodeAdmin nodes;

    @Inject
    private BootPolicy policy;

    @Inject
    private ModuleAdmin modules;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private Path folder;
    private TinySite site;

    @Before
    public void found() throws Exception {
        folder = Path.of(System.getProperty("karaf.base"), "modules");
        site = new TinySite(capsules, images, os, nodes);
    }

    @Test
    public void nodesNoticeNothingButCompleteVersions() throws Exception {
        Bystanders bystanders = new Bystanders(context, bundle -> BUNDLE.equals(bundle.getSymbolicName()));
        done(modules.install(jar(0), false));
        remember();
        try (Crowd users = new Crowd(site, policy, 0, 6, Map.of("modules", "hostname,numbered"), true);
                Crowd others = new Crowd(site, policy, 6, 2, Map.of("modules", "hostname,ipaddr"), false)) {
            for (int version = 1; version <= SWAPS; version++) {
                done(modules.swap("numbered", jar(version), false));
                remember();
            }
            assertEquals("a swap has no gap: " + users.lastWait(), 0, users.waits());
            upgradeInTheFolder(users);
            removeAndPutBack(users);
            assertEquals(List.of(), users.faults());
            assertEquals(List.of(), others.faults());
            assertEquals(0, others.waits());
            assertTrue(String.valueOf(users.scripts()), users.scripts() > 10L * SWAPS);
        }
        done(modules.uninstall("numbered", false));
        bystanders.assertUntouched();
        assertForgotten();
    }

    /** As an administrator does without any command: the new file first, then the old one goes. */
    private void upgradeInTheFolder(Crowd users) throws Exception {
        Files.move(jar(SWAPS + 1), folder.resolve("upgraded.jar"));
        await(() -> users.lastScript().contains("part 1 of 1.0." + (SWAPS + 1)));
        remember();
        Files.delete(folder.resolve("numbered-" + SWAPS + ".jar"));
        await(() -> bundles().size() == 1);
        assertEquals("an upgrade has no gap: " + users.lastWait(), 0, users.waits());
    }

    private void removeAndPutBack(Crowd users) throws Exception {
        Path away = temporary.getRoot().toPath().resolve("upgraded.jar");
        Files.move(folder.resolve("upgraded.jar"), away);
        await(() -> users.waits() > 0);
        assertTrue(users.lastWait(), users.lastWait().contains("the configuration module numbered is not present"));
        Files.move(away, folder.resolve("upgraded.jar"));
        long scripts = users.scripts();
        await(() -> users.scripts() > scripts + 100);
        remember();
    }

    private Path jar(int version) throws Exception {
        Path file = temporary.getRoot().toPath().resolve("numbered-" + version + ".jar");
        return new ModuleJars("numbered", "1.0." + version, NumberedModule.class).write(file);
    }

    private List<Bundle> bundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> BUNDLE.equals(bundle.getSymbolicName()))
                .toList();
    }

    private void remember() {
        Set<ClassLoader> known = new HashSet<>();
        loaders.forEach(loader -> known.add(loader.get()));
        for (Bundle bundle : bundles()) {
            ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
            if (!known.contains(loader)) {
                loaders.add(new WeakReference<>(loader));
            }
        }
    }

    private void assertForgotten() throws InterruptedException {
        assertTrue(String.valueOf(loaders.size()), loaders.size() > SWAPS);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        long left = loaders.size();
        while (left > 0 && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(100);
            left = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        assertEquals("class loaders of " + loaders.size() + " are still in memory", 0, left);
    }

    private static void done(ModuleChange change) {
        assertTrue(change.toString(), change instanceof ModuleChange.Done);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue("it did not happen in time", System.nanoTime() < deadline);
            Thread.sleep(20);
        }
    }
}
