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
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.perceus.module.BuildProgress;

/** A module is swapped, upgraded, removed and put back while nodes request scripts without pause. */
public class ModuleChaosIT extends SiteTest {
    private static final int SWAPS = 100;
    private static final String BUNDLE = "org.example.numbered";

    @Inject
    private BundleContext context;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    @Test
    public void nodesNoticeNothingButCompleteVersions() throws Exception {
        Bystanders bystanders = new Bystanders(context, bundle -> BUNDLE.equals(bundle.getSymbolicName()));
        done(modules.install(jar("numbered", 0, NumberedModule.class), false, BuildProgress.none()));
        remember();
        try (Crowd users = numberedCrowd(0, 6, Map.of("modules", "hostname,numbered"));
                Crowd others = crowd(6, 2, Map.of("modules", "hostname,network"))) {
            for (int version = 1; version <= SWAPS; version++) {
                done(modules.swap(
                        "numbered", jar("numbered", version, NumberedModule.class), false, BuildProgress.none()));
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
        Files.move(jar("numbered", SWAPS + 1, NumberedModule.class), folder().resolve("upgraded.jar"));
        await(() -> users.lastScript().contains("part 1 of 1.0." + (SWAPS + 1)));
        remember();
        Files.delete(folder().resolve("numbered-" + SWAPS + ".jar"));
        await(() -> bundles().size() == 1);
        assertEquals("an upgrade has no gap: " + users.lastWait(), 0, users.waits());
    }

    private void removeAndPutBack(Crowd users) throws Exception {
        Path away = temporary.getRoot().toPath().resolve("upgraded.jar");
        Files.move(folder().resolve("upgraded.jar"), away);
        await(() -> users.waits() > 0);
        assertTrue(users.lastWait(), users.lastWait().contains("the configuration module numbered is not present"));
        Files.move(away, folder().resolve("upgraded.jar"));
        long scripts = users.scripts();
        await(() -> users.scripts() > scripts + 100);
        remember();
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
}
