package org.perceus.module.internal.dropin;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.perceus.module.internal.folder.JarFiles;

/** What nodes get and what not, and why. */
public class ModuleListingTest {
    @Rule
    public final DropinSite site = new DropinSite();

    @Test
    public void eachJarIsListedOnce() throws Exception {
        site.container.refusesToStart("1.1.0", "no licence");
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        site.drop("b.jar", "1.1.0");
        site.awaitBundles("1.0.0+", "1.1.0");
        assertEquals(List.of("test of a.jar is ACTIVE", "test of b.jar is FAILED: no licence"), site.listed());
    }

    @Test
    public void whatIsNotUsedSaysWhatIs() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.drop("b.jar", "1.0.0");
        site.drop("c.jar", "0.9.0");
        site.awaitBundles("1.0.0+");
        assertEquals(
                List.of(
                        "test of b.jar is ACTIVE",
                        "test of a.jar is STANDBY: b.jar has the same version and the later name",
                        "test of c.jar is STANDBY: b.jar has a higher version"),
                site.listed());
    }

    @Test
    public void nodesAreToldWhyNoneRuns() throws Exception {
        site.container.refusesToStart("1.0.0", "no space left");
        site.container.refusesToStart("1.1.0", "no licence");
        site.drop("a.jar", "1.0.0");
        site.drop("b.jar", "1.1.0");
        site.awaitBundles("1.0.0", "1.1.0");
        assertEquals("is not present: b.jar no licence", site.keeper().reason("test"));
    }

    @Test
    public void nodesAreToldWhoDisabledIt() throws Exception {
        site.drop("a.jar", "1.0.0");
        Files.writeString(site.modules().resolve("test.disabled"), "it is not ready");
        site.awaitBundles("1.0.0");
        assertEquals("is disabled: it is not ready", site.keeper().reason("test"));
        assertEquals(List.of("test of a.jar is DISABLED: it is not ready"), site.listed());
    }

    @Test
    public void eachModuleOfAJarIsLookedFor() throws Exception {
        site.container.withholds("second");
        pair();
        site.awaitBundles("1.0.0+");
        assertEquals(
                List.of(
                        "first of pair.jar is ACTIVE",
                        "second of pair.jar is FAILED: its bundle runs, and offers neither a provisioning method nor a"
                                + " configuration module"),
                site.listed());
    }

    @Test
    public void whoSharesAJarWithADisabledModuleIsDisabledToo() throws Exception {
        Files.createFile(site.modules().resolve("first.disabled"));
        pair();
        site.awaitBundles("1.0.0");
        assertEquals(
                List.of(
                        "first of pair.jar is DISABLED",
                        "second of pair.jar is DISABLED: it shares its jar with first, which is disabled"),
                site.listed());
    }

    private void pair() throws Exception {
        new JarFiles()
                .with("Provide-Capability", "perceus.module;perceus.module=first,perceus.module;perceus.module=second")
                .write(site.modules().resolve("pair.jar"));
    }
}
