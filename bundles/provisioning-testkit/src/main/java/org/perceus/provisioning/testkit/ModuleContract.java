package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;

/**
 * What the engine demands of every module, as tests: extend {@link MethodContract} or {@link ConfigurationContract}. The
 * module runs in an OSGi framework, and its scripts in a shell.
 *
 * @param <M> the interface of the SPI that the module implements
 */
public abstract class ModuleContract<M> {
    private static final long RENDER_LIMIT_MS = 2000;
    private static final long MEAN_LIMIT_MS = 10;

    /** Folders for the test. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Class<M> type;
    private ModuleFramework framework;
    private InstalledModule installed;

    ModuleContract(Class<M> type) {
        this.type = type;
    }

    /** The module. */
    protected abstract Class<? extends M> module();

    /** Services that the module's component refers to, by their interfaces; none unless the test says so. */
    protected Map<Class<?>, Object> services() {
        return Map.of();
    }

    /** Gives a node what the module needs of it, such as a setting without which it refuses to render. */
    protected void configure(TestNode node) {
        // most modules need nothing
    }

    /**
     * Values of settings that the module takes, by the names of the settings: hostile text is added to them as well, as it gets
     * further that way.
     */
    protected Map<String, String> samples() {
        return Map.of();
    }

    /** The shell that the module's scripts run in: a test adds stubs for what the module calls beyond those it has. */
    protected ScriptShell shell() {
        return new ScriptShell();
    }

    /** The bundle that the module is in. */
    BundleFile bundle() throws Exception {
        return BundleFile.of(module());
    }

    /** A new node for which the module can render. */
    abstract TestNode node() throws Exception;

    /** The module's whole share of the script. */
    abstract String render(M module, TestNode node) throws ProvisioningException;

    /** What the module says of its state. */
    abstract String remark(M module);

    /** The settings that the module declares. */
    abstract List<NodeSetting<?>> settings(M module);

    @Before
    public final void install() throws Exception {
        framework = new ModuleFramework(folder.newFolder().toPath());
        services().forEach(framework::register);
        installed = framework.start(bundle());
    }

    @After
    public final void stopFramework() throws Exception {
        if (framework != null) {
            framework.close();
        }
    }

    /** The module in the framework, as the engine sees it. */
    protected final M service() {
        return installed.service(type);
    }

    @Test
    public void theBundleSaysThatItIsAModule() {
        List<Map<String, Object>> capabilities = installed.capabilities();
        assertEquals("capabilities " + PerceusModule.CAPABILITY, 1, capabilities.size());
        Object name = capabilities.get(0).get(PerceusModule.CAPABILITY);
        assertTrue("name of the module: " + name, String.valueOf(name).matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));
        assertEquals("services of the SPI", 1, installed.services().size());
        ServiceReference<?> service = installed.services().get(0);
        assertEquals(PerceusModule.NAME, name, service.getProperty(PerceusModule.NAME));
        int order = (Integer) service.getProperty(PerceusModule.ORDER);
        assertTrue("order is from 0 to 99, not " + order, order >= 0 && order <= 99);
    }

    @Test
    public void theBundleTakesEveryVersionOfTheSpiThatItCanWorkWith() throws Exception {
        Version spi = installed.spiVersion();
        assertTrue("the module takes the SPI " + spi, installed.takesSpi(spi));
        Version minor = new Version(spi.getMajor(), spi.getMinor() + 1, 0);
        assertTrue("the module takes the compatible SPI " + minor, installed.takesSpi(minor));
        Version major = new Version(spi.getMajor() + 1, 0, 0);
        assertFalse("the module takes the incompatible SPI " + major, installed.takesSpi(major));
    }

    @Test
    public void theBundleKeepsItsClassesToItself() throws Exception {
        assertEquals("exported packages", Set.of(), installed.exports());
        assertEquals("optional imports", List.of(), installed.optionalImports());
        for (String header : List.of("DynamicImport-Package", "Require-Bundle", "Fragment-Host", "Bundle-Activator")) {
            assertFalse(header, installed.headers().containsKey(header));
        }
        List<String> copies = bundle().files().stream()
                .filter(file -> file.startsWith("org/perceus/provisioning/spi/"))
                .toList();
        assertEquals("classes of the SPI in the bundle", List.of(), copies);
    }

    /** The container takes what is after a dash in the name of a file for something else. */
    @Test
    public void itsConfigurationsCanBeFiles() throws Exception {
        List<String> dashed = installed.configurations().stream()
                .filter(name -> name.contains("-"))
                .toList();
        assertEquals("configurations that no file in etc can give: write _ for each -", List.of(), dashed);
    }

    @Test
    public void equalNodesGetEqualScripts() throws Exception {
        M module = service();
        String first = render(module, node());
        assertEquals("the second script", first, render(module, node()));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                TestNode node = node();
                calls.add(() -> render(module, node));
            }
            for (Future<String> script : threads.invokeAll(calls)) {
                assertEquals("a script rendered beside others", first, script.get());
            }
        } finally {
            threads.shutdownNow();
        }
        installed.stop();
        installed.start();
        assertEquals("the script after a restart of the module", first, render(service(), node()));
    }

    @Test
    public void renderingOnlyComputes() throws Exception {
        M module = service();
        TestNode node = node();
        render(module, node);
        Set<Thread> before = threads();
        List<String> deeds = DeedRecorder.deeds(folder.getRoot().toPath(), () -> {
            for (int i = 0; i < 20; i++) {
                render(module, node);
            }
        });
        assertEquals("what render does beyond computing", Set.of(), new TreeSet<>(deeds));
        Set<Thread> left = threads();
        left.removeAll(before);
        left.removeIf(thread -> thread.getName().startsWith("JFR") || !thread.isAlive());
        assertEquals("threads that render left behind", Set.of(), left);
    }

    @Test
    public void renderingIsQuick() throws Exception {
        M module = service();
        TestNode node = node();
        long began = System.nanoTime();
        render(module, node);
        assertNotNull("remark", remark(module));
        long first = (System.nanoTime() - began) / 1_000_000;
        assertTrue(
                "the first call took " + first + " ms, the engine waits " + RENDER_LIMIT_MS, first < RENDER_LIMIT_MS);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        int calls = 100;
        long cpu = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            render(module, node);
        }
        long mean = (clock.getCurrentThreadCpuTime() - cpu) / 1_000_000 / calls;
        assertTrue("a call takes " + mean + " ms of a processor, at most " + MEAN_LIMIT_MS, mean <= MEAN_LIMIT_MS);
    }

    @Test
    public void hostileSettingsNeverBecomeCommands() throws Exception {
        new HostileTrial<>(this, service()).ofAllSettings();
    }

    @Test
    public void withoutASettingItRendersOrRefuses() throws Exception {
        M module = service();
        TestNode asked = node();
        render(module, asked);
        for (String key : asked.settingsAsked()) {
            String what = "no setting " + key;
            renderOrRefuse(what, module, node().without(key)).ifPresent(script -> assertHarmless(what, script));
            String empty = "an empty setting " + key;
            renderOrRefuse(empty, module, node().with(key, "")).ifPresent(script -> assertHarmless(empty, script));
        }
    }

    @Test
    public void nothingOfItStaysWhenItIsUninstalled() throws Exception {
        render(service(), node());
        Set<Thread> before = threads();
        WeakReference<ClassLoader> loader = new WeakReference<>(installed.loader(module().getName()));
        installed.uninstall();
        installed = null;
        for (int i = 0; loader.get() != null && i < 100; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertEquals(
                "the module's class loader is still reachable: something static, a thread or a hook holds it",
                null,
                loader.get());
        Set<Thread> left = threads();
        left.removeAll(before);
        left.removeIf(thread -> !module().getName().startsWith(String.valueOf(thread.getName())));
        assertEquals("threads that the module left behind", Set.of(), left);
    }

    /** The script, or nothing when the module refuses in the way that it should. */
    final Optional<String> renderOrRefuse(String what, M module, TestNode node) {
        try {
            String script = render(module, node);
            assertNotNull("the script for " + what, script);
            return Optional.of(script);
        } catch (ProvisioningException refusal) {
            Refusal.assertFit(what, refusal.getMessage());
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + " has to be rendered or be refused by a ProvisioningException: " + e, e);
        }
    }

    final ScriptRun run(String script) throws Exception {
        return runAll(List.of(script)).get(0);
    }

    final List<ScriptRun> runAll(List<String> scripts) throws Exception {
        return shell().stub(HostileText.COMMAND, "").runAll(folder.newFolder().toPath(), scripts);
    }

    private void assertHarmless(String what, String script) {
        try {
            assertFalse(what + " ran a command in\n" + script, run(script).called(HostileText.COMMAND));
        } catch (Exception e) {
            throw new AssertionError(what + ": the script could not be run: " + e, e);
        }
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
