package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.perceus.module.BuildProgress;
import org.perceus.module.ModuleChange;
import org.perceus.module.ModuleInfo;

/** Broken modules harm only the nodes that use them, and are shown with the reason. */
public class BrokenModulesIT extends SiteTest {
    @Inject
    private BundleContext context;

    private static int next = 40;

    private Crowd others;
    private Bystanders bystanders;

    @Before
    public void othersBoot() throws Exception {
        bystanders = new Bystanders(context, bundle -> bundle.getSymbolicName().startsWith("org.example."));
        others = crowd(next, 2, Map.of("modules", "hostname,network"));
        next += 2;
    }

    @After
    public void theOthersNoticedNothing() {
        others.close();
        assertEquals(List.of(), others.faults());
        assertEquals(others.lastWait(), 0, others.waits());
        assertTrue(others.scripts() > 0);
        bystanders.assertUntouched();
    }

    @Test
    public void oneThatThrowsIsCountedAndSaid() throws Exception {
        assertWaits("throws", BrokenModules.Throws.class, "failed with java.lang.IllegalStateException: broken");
        assertTrue(remark("throws").contains("failed with java.lang.IllegalStateException: broken too"));
    }

    @Test
    public void oneThatHangsIsGivenUp() throws Exception {
        assertWaits("hangs", BrokenModules.Hangs.class, "took longer than 2000 ms");
        assertTrue(remark("hangs").contains("took longer than 2000 ms"));
    }

    @Test
    public void oneThatReturnsMegabytesIsCut() throws Exception {
        assertWaits("floods", BrokenModules.Floods.class, "gave a script of 8192 KiB, and 1024 KiB are allowed");
    }

    @Test
    public void oneThatLacksAClassIsCountedAndSaid() throws Exception {
        assertWaits("lacks", BrokenModules.Lacks.class, "failed with java.lang.NoClassDefFoundError");
    }

    @Test
    public void oneForAnotherSpiIsNotTaken() throws Exception {
        assertRefused(new ModuleJars("future", "1.0.0", NumberedModule.class).spi("[2.0,3)"), "needs version [2.0,3)");
    }

    @Test
    public void oneWithItsOwnSpiIsNotTaken() throws Exception {
        assertRefused(
                new ModuleJars("copy", "1.0.0", NumberedModule.class)
                        .with("Export-Package", "org.perceus.provisioning.spi;version=\"1.9.0\""),
                "exports its own copy of org.perceus.provisioning.spi");
    }

    @Test
    public void anAttributeOfANodeIsNeverACommand() throws Exception {
        Path proof = temporary.getRoot().toPath().resolve("proof");
        String hostile = "'; touch " + proof + "; ' \"$(touch " + proof + ")\" `touch " + proof + "` ; touch " + proof;
        install(new ModuleJars("injects", "1.0.0", BrokenModules.Injects.class));
        String script = answer(Map.of("modules", "injects", "kernel-args", hostile));
        assertTrue(script, script.endsWith("#!perceus end\n"));
        int begin = script.indexOf("# module injects");
        String share = script.substring(begin, script.indexOf("# module ", begin + 1));
        Path program = Files.writeString(
                temporary.getRoot().toPath().resolve("share.sh"),
                "step() { :; }\nfail_not() { :; }\nlink_file() { :; }\nwrite_file() { cat >/dev/null; }\n" + share);
        Process shell =
                new ProcessBuilder("sh", "-eu", program.toString()).inheritIO().start();
        assertTrue(shell.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, shell.exitValue());
        assertFalse(Files.exists(proof));
        modules.uninstall("injects", false);
    }

    private void assertWaits(String name, Class<?> module, String reason) throws Exception {
        install(new ModuleJars(name, "1.0.0", module));
        String answer = answer(Map.of("modules", "hostname," + name));
        assertTrue(answer, answer.startsWith("#!perceus wait ") && answer.contains("module " + name + " " + reason));
        ModuleInfo info = info(name);
        assertTrue(info.toString(), info.failures() > 0 && info.lastFailure().contains(reason));
    }

    private void assertRefused(ModuleJars jar, String reason) throws Exception {
        Path file = jar.write(temporary.getRoot().toPath().resolve("refused.jar"));
        ModuleChange change = modules.install(file, false, BuildProgress.none());
        assertTrue(change.toString(), change instanceof ModuleChange.Refused);
        assertTrue(change.toString(), change.toString().contains("refused.jar " + reason));
        Path dropped = folder().resolve("refused.jar");
        Files.copy(file, dropped);
        await(() -> shown(reason));
        Files.delete(dropped);
    }

    private boolean shown(String reason) {
        return inventory.modules().stream()
                .anyMatch(info -> info.status() == ModuleInfo.Status.REFUSED
                        && info.reason().contains(reason));
    }

    private void install(ModuleJars jar) throws Exception {
        ModuleChange change = modules.install(
                jar.write(temporary.getRoot().toPath().resolve("broken-" + System.nanoTime() + ".jar")),
                false,
                BuildProgress.none());
        assertTrue(change.toString(), change instanceof ModuleChange.Done);
    }

    private String answer(Map<String, String> settings) throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        int number = next++;
        String claim = BootingNode.claim(policy, site.add(number, settings), TinySite.address(number));
        SimulatedNode node = new SimulatedNode(number, claim, first::complete);
        try {
            return first.get(20, TimeUnit.SECONDS);
        } finally {
            node.close();
        }
    }

    private String remark(String name) {
        return inventory.details(name).get(0).remark();
    }

    private ModuleInfo info(String name) {
        return inventory.modules().stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
