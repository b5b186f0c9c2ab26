package org.perceus.itests;

import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.perceus.boot.BootPolicy;
import org.perceus.module.CapsuleImages;
import org.perceus.module.ModuleAdmin;
import org.perceus.module.ModuleChange;
import org.perceus.module.ModuleInventory;
import org.perceus.node.NodeAdmin;
import org.perceus.provisioning.PerceusOs;
import org.perceus.vnfs.CapsuleLibrary;

/** A test of a container that has all that nodes need to be provisioned, and of the modules by which they are. */
public abstract class SiteTest extends ContainerTest {
    private static final long PATIENCE_SECONDS = 30;

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Inject
    CapsuleImages images;

    @Inject
    BootPolicy policy;

    @Inject
    ModuleAdmin modules;

    @Inject
    ModuleInventory inventory;

    @Inject
    private CapsuleLibrary capsules;

    @Inject
    private PerceusOs os;

    @Inject
    private NodeAdmin nodes;

    TinySite site;

    @Before
    public final void found() throws Exception {
        site = new TinySite(capsules, images, os, nodes);
    }

    /** Nodes that request scripts, from a number on, until it is closed. */
    final Crowd crowd(int first, int count, Map<String, String> settings) throws Exception {
        return new Crowd(site, policy, first, count, settings, false);
    }

    /** Likewise, whose scripts have to hold the share of a {@link NumberedModule}. */
    final Crowd numberedCrowd(int first, int count, Map<String, String> settings) throws Exception {
        return new Crowd(site, policy, first, count, settings, true);
    }

    /** Packs a module whose version ends in a number. */
    final Path jar(String name, int version, Class<?> module) throws Exception {
        Path file = temporary.getRoot().toPath().resolve(name + "-" + version + ".jar");
        return new ModuleJars(name, "1.0." + version, module).write(file);
    }

    /** The drop-in folder. */
    static Path folder() {
        return Path.of(System.getProperty("karaf.base"), "modules");
    }

    static ModuleChange.Done done(ModuleChange change) {
        assertTrue(change.toString(), change instanceof ModuleChange.Done);
        return (ModuleChange.Done) change;
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue("it did not happen in time", System.nanoTime() < deadline);
            Thread.sleep(20);
        }
    }
}
