package org.perceus.module.internal.dropin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.perceus.module.BuildProgress;
import org.perceus.module.ModuleChange;
import org.perceus.module.internal.folder.JarFiles;

/** What administrators change by commands. */
public class FolderAdminTest {
    @Rule
    public final DropinSite site = new DropinSite();

    private FolderAdmin admin;

    @Before
    public void open() {
        admin = new FolderAdmin(site.keeper());
    }

    @Test
    public void aModuleIsInstalledSwappedAndUninstalled() throws Exception {
        assertDone("test 1.0.0", admin.install(jar("a.jar", "1.0.0"), false, BuildProgress.none()));
        assertEquals(List.of("1.0.0+"), site.container.found());
        assertDone("test 0.9.0", admin.swap("test", jar("older.jar", "0.9.0"), false, BuildProgress.none()));
        assertEquals(List.of("0.9.0+"), site.container.found());
        assertEquals(List.of("older.jar"), files());
        assertDone("test (older.jar)", admin.uninstall("test", false));
        assertEquals(List.of(), site.container.found());
    }

    @Test
    public void aTrialLeavesNothingBehind() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        site.container.refusesToStart("1.1.0", "no licence");
        Path broken = jar("b.jar", "1.1.0");
        assertRefused("b.jar does not run: no licence", admin.swap("test", broken, false, BuildProgress.none()));
        assertRefused("b.jar does not run: no licence", admin.install(broken, false, BuildProgress.none()));
        site.awaitBundles("1.0.0+");
        assertEquals(List.of("a.jar"), files());
    }

    @Test
    public void aDryRunChangesNothing() throws Exception {
        assertDone("test 1.0.0", admin.install(jar("a.jar", "1.0.0"), true, BuildProgress.none()));
        assertEquals(List.of(), files());
        assertEquals(List.of(), site.container.found());
    }

    @Test
    public void whatIsThereIsNotInstalledOver() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        Path same = jar("b.jar", "1.0.0");
        assertRefused(
                "a.jar in the modules folder has version 1.0.0: 'perceus module swap test " + same + "' replaces it",
                admin.install(same, false, BuildProgress.none()));
    }

    @Test
    public void aSwapNeverTakesAwayAnotherModule() throws Exception {
        new JarFiles()
                .with("Bundle-SymbolicName", "org.example.other")
                .with("Provide-Capability", "perceus.module;perceus.module=other")
                .version("2.0.0")
                .write(site.modules().resolve("module.jar"));
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+", "2.0.0+");
        assertRefused(
                "there is a module.jar in the modules folder already, which is not that of test: rename the new one",
                admin.swap("test", jar("module.jar", "1.1.0"), false, BuildProgress.none()));
        site.awaitBundles("1.0.0+", "2.0.0+");
    }

    @Test
    public void aModuleThatDoesNotStopHoldsUpNobody() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        site.container.hangsInStop("1.0.0");
        assertDone("test (a.jar)", admin.uninstall("test", false));
        assertDone("test 1.1.0", admin.install(jar("b.jar", "1.1.0"), false, BuildProgress.none()));
        assertTrue(site.listed().contains("test of b.jar is ACTIVE"));
    }

    @Test
    public void aModuleIsDisabledAndEnabled() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        assertDone("test", admin.disable("test", "why\nnot", false));
        assertEquals(List.of("test of a.jar is DISABLED: why not"), site.listed());
        assertRefused("test is disabled already", admin.disable("test", "", false));
        assertDone("test", admin.enable("test", false));
        assertRefused("test is not disabled", admin.enable("test", false));
        assertEquals(List.of("1.0.0+"), site.container.found());
    }

    private Path jar(String file, String version) throws Exception {
        return new JarFiles().version(version).write(site.elsewhere(file));
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(site.modules())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertDone(String what, ModuleChange change) {
        assertTrue(change.toString(), change instanceof ModuleChange.Done);
        assertEquals(what, ((ModuleChange.Done) change).what());
    }

    private static void assertRefused(String reason, ModuleChange change) {
        assertEquals(new ModuleChange.Refused(reason), change);
    }
}
