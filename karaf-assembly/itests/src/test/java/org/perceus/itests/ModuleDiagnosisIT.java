package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.perceus.module.BuildProgress;
import org.perceus.module.ModuleChange;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInfo.Status;

/** A module that does not run is shown with what it lacks, and runs as soon as that is there. */
public class ModuleDiagnosisIT extends SiteTest {
    @Inject
    private ConfigurationAdmin configurations;

    @After
    public void takeAway() throws Exception {
        Files.deleteIfExists(dropped());
        await(() -> shown().isEmpty());
    }

    @Test
    public void aPackageIsMissing() throws Exception {
        assertFails(
                jar().with("Import-Package", "org.example.printing,org.perceus.provisioning.spi;version=\"[1.0,2)\""),
                "it imports a package that nobody exports here: (osgi.wiring.package=org.example.printing)");
    }

    @Test
    public void aCapabilityIsMissing() throws Exception {
        assertFails(
                jar().with("Require-Capability", "org.example.printer;filter:=\"(colour=true)\""),
                "it requires org.example.printer, which is not here: (colour=true)");
    }

    @Test
    public void aServiceIsMissing() throws Exception {
        assertFails(
                jar().component("", "<reference name=\"$000\" interface=\"org.example.Printer\"/>"),
                "its component org.perceus.itests.NumberedModule waits for a service: org.example.Printer");
    }

    @Test
    public void itsConfigurationIsMissing() throws Exception {
        String reason =
                "its component org.perceus.itests.NumberedModule waits for its configuration: etc/org.example.needed.cfg";
        Path file = assertFails(
                jar().component("configuration-policy=\"require\" configuration-pid=\"org.example.needed\"", ""),
                reason);
        await(() -> shown().isEmpty());
        Files.move(file, dropped());
        await(() -> is(info -> info.status() == Status.FAILED && has(info.reason(), reason)));
        assertEquals(Optional.of("ill.jar"), shown().orElseThrow().file());
        Configuration configuration = configurations.getConfiguration("org.example.needed", "?");
        configuration.update(new Hashtable<>(Map.of("key", "value")));
        await(() -> is(info -> info.status() == Status.ACTIVE));
        configuration.delete();
    }

    @Test
    public void itDoesNotStart() throws Exception {
        assertFails(
                new ModuleJars("ill", "1.0.0", BrokenModules.Refuses.class),
                "Refuses does not start: java.lang.IllegalStateException: no licence");
    }

    @Test
    public void itOffersNoModule() throws Exception {
        assertFails(
                jar().with("Service-Component", "OSGI-INF/none.xml"),
                "its bundle runs, and offers neither a provisioning method nor a configuration module");
    }

    @Test
    public void itCannotBeInstalled() throws Exception {
        String twice = "org.osgi.framework,org.osgi.framework,org.perceus.provisioning.spi;version=\"[1.0,2)\"";
        Path file = jar().with("Import-Package", twice)
                .write(temporary.getRoot().toPath().resolve("ill.jar"));
        Files.move(file, dropped());
        await(() -> is(info -> info.status() == Status.FAILED && has(info.reason(), "it cannot be installed: ")));
    }

    private static ModuleJars jar() {
        return new ModuleJars("ill", "1.0.0", NumberedModule.class);
    }

    /** The command refuses it. */
    private Path assertFails(ModuleJars jar, String reason) throws Exception {
        Path file = jar.write(temporary.getRoot().toPath().resolve("ill.jar"));
        ModuleChange change = modules.install(file, false, BuildProgress.none());
        assertTrue(change.toString(), change instanceof ModuleChange.Refused);
        assertTrue(change.toString(), has(change, "ill.jar does not run: ") && has(change, reason));
        return file;
    }

    private static boolean has(Object text, String words) {
        return text.toString().contains(words);
    }

    private boolean is(Predicate<ModuleInfo> what) {
        return shown().filter(what).isPresent();
    }

    private Optional<ModuleInfo> shown() {
        return inventory.modules().stream()
                .filter(info -> info.name().equals("ill"))
                .findFirst();
    }

    private static Path dropped() {
        return folder().resolve("ill.jar");
    }
}
