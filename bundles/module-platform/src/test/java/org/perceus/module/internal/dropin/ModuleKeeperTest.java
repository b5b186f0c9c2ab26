package org.perceus.module.internal.dropin;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class ModuleKeeperTest {
    @Rule
    public final DropinSite site = new DropinSite();

    @Test
    public void anErrorIsNotTheLastLook() throws Exception {
        site.container.failsToLookUp(new NoClassDefFoundError("org/example/Missing"));
        site.drop("a.jar", "1.0.0");
        site.keeper().lookAgain();
        site.container.failsToLookUp(null);
        site.awaitBundles("1.0.0+");
    }

    @Test
    public void aFolderThatWasRemovedIsMadeAgain() throws Exception {
        site.drop("a.jar", "1.0.0");
        site.awaitBundles("1.0.0+");
        site.remove("a.jar");
        Files.delete(site.modules());
        site.awaitBundles();
        site.drop("a.jar", "1.0.1");
        site.awaitBundles("1.0.1+");
        assertEquals(List.of("test of a.jar is ACTIVE"), site.listed());
    }
}
