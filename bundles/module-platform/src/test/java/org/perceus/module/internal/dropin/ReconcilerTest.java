package org.perceus.module.internal.dropin;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.perceus.module.internal.folder.JarFiles;

/** What is in the folder is what the container has. */
public class ReconcilerTest {
    @Rule
    public final DropinSite site = new DropinSite();

    @Test
    public void aJarComesAndGoes() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        site.remove("a.jar");
        site.awaitBundles();
    }

    @Test
    public void aNewerJarTakesThePlaceOfTheOlder() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        site.drop("b.jar", "1.1.0");
        site.awaitBundles("1.1.0+");
        site.remove("b.jar");
        site.awaitBundles("1.0.0+");
    }

    @Test
    public void theOlderStaysUntilTheNewerRuns() throws Exception {
        site.container.refusesToStart("1.1.0", "no licence");
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        site.drop("b.jar", "1.1.0");
        site.awaitBundles("1.0.0+", "1.1.0");
        site.container.starts("1.1.0");
        site.awaitBundles("1.1.0+");
    }

    @Test
    public void theOlderIsUsedAfterARestartToo() throws Exception {
        site.container.refusesToStart("1.1.0", "no licence");
        site.drop("a.jar", "1.0.0");
        site.drop("b.jar", "1.1.0");
        site.awaitBundles("1.0.0+", "1.1.0");
    }

    @Test
    public void theOlderIsUsedWhereTheNewerCannotBeInstalled() throws Exception {
        site.container.refusesToInstall("1.1.0", "its imports contradict each other");
        site.drop("a.jar", "1.0.0");
        site.drop("b.jar", "1.1.0");
        site.awaitBundles("1.0.0+");
    }

    @Test
    public void aFileThatWasSpoiledLeavesWhatRanInUse() throws Exception {
        Files.writeString(site.drop("a.jar", "1.0.0"), "");
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        Files.writeString(site.modules().resolve("a.jar"), "not a jar");
        site.keeper().lookAgain();
        site.awaitBundles("1.0.0+");
    }

    @Test
    public void whatIsDisabledIsStoppedAndComesBack() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        Files.writeString(site.modules().resolve("test.disabled"), "it is not ready");
        site.awaitBundles("1.0.0");
        site.remove("test.disabled");
        site.awaitBundles("1.0.0+");
    }

    @Test
    public void aJarThatCannotBeInstalledHoldsUpNoOther() throws Exception {
        site.container.refusesToInstall("1.0.0", "its imports contradict each other");
        site.drop("a.jar", "1.0.0");
        new JarFiles()
                .with("Bundle-SymbolicName", "org.example.other")
                .with("Provide-Capability", "perceus.module;perceus.module=other")
                .version("2.0.0")
                .write(site.modules().resolve("b.jar"));
        site.awaitBundles("2.0.0+");
        assertEquals(
                List.of(
                        "other of b.jar is ACTIVE",
                        "test of a.jar is FAILED: it cannot be installed: its imports contradict each other"),
                site.listed());
    }
}
