package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Commands for modules. */
public class ModuleCommandsTest extends CommandsTestCase {
    @Test
    public void modulesAreInstalledSwappedAndTakenAway() throws Exception {
        run("module-install", "new.jar");
        run("module-swap", "hostname", "next.jar");
        run("module-disable", "--reason", "broken", "hostname");
        run("module-enable", "hostname");
        run("module-uninstall", "--yes", "hostname");
        assertEquals(
                List.of(
                        "install new.jar",
                        "swap hostname next.jar",
                        "disable hostname broken",
                        "enable hostname",
                        "uninstall hostname"),
                site.modules.changes);
        assertEquals(
                """
                installed it in 250 ms
                swapped in it in 250 ms; the former one was in use for 40 ms more
                disabled it: 3 nodes will wait for it at the next boot
                enabled it
                uninstalled it
                """,
                screen.printed());
    }

    @Test
    public void aDryRunOfModuleCommandsChangesNothing() throws Exception {
        run("module-install", "--dry-run", "new.jar");
        run("module-swap", "--dry-run", "hostname", "next.jar");
        run("module-disable", "--dry-run", "hostname");
        run("module-enable", "--dry-run", "hostname");
        run("module-uninstall", "--dry-run", "hostname");
        assertEquals(List.of(), site.modules.changes);
        assertTrue(screen.printed(), screen.printed().startsWith("would install it\nwould swap in it\n"));
    }

    @Test
    public void whyAModuleIsNotTakenIsSaid() throws Exception {
        site.modules.refusal = Optional.of("odd.jar is not an OSGi bundle");
        assertEquals(
                "odd.jar is not an OSGi bundle",
                refused("module-install", "odd.jar").getMessage());
    }

    @Test
    public void aModuleIsShown() throws Exception {
        run("module-info", "nfs-root");
        assertTrue(screen.printed(), screen.printed().startsWith("module    nfs-root\nkind      method\n"));
        assertTrue(screen.printed(), screen.printed().contains("says      is content\nnodes     2\n"));
        assertTrue(screen.printed(), screen.printed().contains("  size  5      default  How large it is\n"));
        assertTrue(screen.printed(), screen.printed().endsWith("images\n  debian-12@2, by 2.0.0\n"));
        assertTrue(refused("module-info", "none").getMessage().startsWith("there is no module 'none'"));
    }
}
