package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.perceus.address.Ipv4Address;
import org.perceus.module.BuildProgress;
import org.perceus.module.ImageResult;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeRegistry;
import org.perceus.node.SettingKey;
import org.perceus.node.StrangerLeases;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;

/** A changed configuration restarts nothing: work under way ends well, what is in memory is kept, and the values hold. */
public class ConfigurationChangeIT extends SiteTest {
    private static final MacAddress STRANGER = MacAddress.parse("52:54:00:99:00:01");
    private static final List<String> ROOMS = List.of(
            "ledger",
            "node-registry",
            "vnfs-manager",
            "module-platform",
            "boot-stack",
            "provisioning-engine",
            "administration",
            "shell");

    @Inject
    private BundleContext context;

    @Inject
    private ConfigurationAdmin configurations;

    @Inject
    private CapsuleLibrary capsules;

    @Inject
    private NodeRegistry registry;

    @Inject
    private StrangerLeases leases;

    @Inject
    private ProvisioningDefaults defaults;

    private final Map<Configuration, Optional<Dictionary<String, Object>>> before = new LinkedHashMap<>();
    private final Gate importing = new Gate();
    private final Gate building = new Gate();

    @After
    public void changeBack() throws Exception {
        importing.open();
        building.open();
        for (Map.Entry<Configuration, Optional<Dictionary<String, Object>>> changed : before.entrySet()) {
            changed.getKey().update(changed.getValue().orElseGet(Hashtable::new));
        }
        modules.uninstall("slow", false);
    }

    @Test
    public void nothingIsRestartedAndAllHoldsAtOnce() throws Exception {
        done(modules.install(jar("slow", 0, SlowMethod.class), false, BuildProgress.none()));
        BootingNode node = BootingNode.offered(policy, site.node());
        assertScript(node.script());
        Ipv4Address lent = lend();
        CompletableFuture<ImportResult> imported = CompletableFuture.supplyAsync(
                () -> capsules.importRoot(new CapsuleId("late", "1"), root(), importing::at));
        CompletableFuture<ImageResult> built =
                images.prepare("tiny@1", "slow", building::at).toCompletableFuture();
        importing.awaitReached();
        building.awaitReached();
        List<String> services = services();
        Object socket = socket();

        change("org.perceus.shell", "commands", "7");
        change("org.perceus.ledger", "user", "nobody");
        change("org.perceus.vnfs", "maxEntries", "2");
        change("org.perceus.module", "builders", "lots");
        change("org.perceus.node", "setting.x-changed", "yes");
        change("org.perceus.provisioning", "modules", "hostname");
        await(() -> defaults.defaultModules().equals(List.of("hostname")));
        await(() -> registry.snapshot().defaults().containsKey(new SettingKey("x-changed")));
        await(() -> inventory.problems().size() == 1);

        assertEquals(services, services());
        assertEquals("the command line's socket was made anew", socket, socket());
        assertEquals("the lease was lost", lent, lend());
        String script = node.script();
        assertScript(script);
        assertTrue(script, !script.contains("# module network") && script.contains("# module hostname"));
        importing.open();
        building.open();
        assertTrue(ended(imported).toString(), ended(imported) instanceof ImportResult.Imported);
        assertTrue(ended(built).toString(), ended(built) instanceof ImageResult.Ready);
        assertTrue(rejection(), rejection().contains("more than the 2 "));
    }

    private void change(String pid, String key, String value) throws IOException {
        Configuration configuration = configurations.getConfiguration(pid, "?");
        Optional<Dictionary<String, Object>> properties = Optional.ofNullable(configuration.getProperties());
        before.put(configuration, properties);
        Hashtable<String, Object> changed = new Hashtable<>();
        properties.ifPresent(old -> old.keys().asIterator().forEachRemaining(name -> changed.put(name, old.get(name))));
        changed.put(key, value);
        configuration.update(changed);
    }

    /** All services of our rooms, each with a number that it has until its component is deactivated. */
    private List<String> services() {
        return Stream.of(context.getBundles())
                .filter(bundle ->
                        ROOMS.stream().anyMatch(room -> bundle.getSymbolicName().endsWith(room)))
                .flatMap(bundle ->
                        Stream.ofNullable(bundle.getRegisteredServices()).flatMap(Arrays::stream))
                .map(ConfigurationChangeIT::line)
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), ArrayList::new));
    }

    private static String line(ServiceReference<?> service) {
        return Arrays.toString((String[]) service.getProperty(Constants.OBJECTCLASS)) + " "
                + service.getProperty(Constants.SERVICE_ID);
    }

    /** The file of the command line's socket: another one has another number. */
    private static Object socket() throws IOException {
        return Files.readAttributes(Path.of(System.getProperty("karaf.data"), "perceus.sock"), "unix:ino")
                .get("ino");
    }

    private Ipv4Address lend() throws IOException {
        Ipv4Address link = Ipv4Address.parse("127.0.0.1");
        StrangerLeases.Result result = leases.lend(STRANGER, link, Optional.empty(), StrangerLeases.Stage.values()[0]);
        assertTrue(result.toString(), result instanceof StrangerLeases.Result.Lent);
        return ((StrangerLeases.Result.Lent) result).lease().address();
    }

    private String rejection() {
        return capsules.examineRoot(new CapsuleId("many", "1"), root(), Optional.empty(), Progress.none())
                .toString();
    }

    private Path root() {
        try {
            return TinySite.root();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertScript(String script) {
        assertTrue(script, script.startsWith("#!perceus run"));
    }

    private static <T> T ended(CompletableFuture<T> work) throws Exception {
        return work.get(1, TimeUnit.MINUTES);
    }
}
