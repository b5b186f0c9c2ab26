package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.done;
import static org.perceus.administration.testing.AdministeredSite.refused;
import static org.perceus.administration.testing.AdministeredSite.target;
import static org.perceus.administration.testing.AdministeredSite.to;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.administration.testing.FakeModules;
import org.perceus.module.ModuleInfo;

public class ModuleDeedsTest extends DeedTestCase {
    private static final DeedProgress UNSEEN = (step, done, all) -> {};
    private static final Path JAR = Path.of("/tmp/a.jar");

    private ModuleDeeds deeds;

    @Before
    public void find() {
        deeds = site.deeds.modules();
    }

    @Test
    public void modulesAreChangedAndADryRunChangesNothing() throws InterruptedException {
        for (boolean dryRun : new boolean[] {true, false}) {
            done(deeds.install(ROOT, JAR, dryRun, UNSEEN));
            done(deeds.swap(ROOT, "hostname", JAR, dryRun, UNSEEN));
            done(deeds.enable(ROOT, "hostname", dryRun));
            done(deeds.disable(ROOT, "hostname", "broken", dryRun));
            done(deeds.uninstall(ROOT, "hostname", true, dryRun));
        }
        assertEquals(
                List.of(
                        "install a.jar",
                        "swap hostname a.jar",
                        "enable hostname",
                        "disable hostname broken",
                        "uninstall hostname"),
                site.modules.changes);
    }

    @Test
    public void whatTheFolderRefusesIsRefused() throws InterruptedException {
        site.modules.refusal = Optional.of("a.jar is no module");
        assertEquals(
                "a.jar is no module",
                refused(deeds.install(ROOT, JAR, true, UNSEEN)).reason());
        assertEquals(
                "a.jar is no module",
                refused(deeds.uninstall(ROOT, "hostname", true, false)).reason());
    }

    @Test
    public void itIsToldHowManyNodesWillWait() throws InterruptedException {
        assertEquals(3, done(deeds.disable(ROOT, "hostname", "", true)).waiting());
        done(site.nodes.set(ROOT, target("n1"), to("modules", "network"), true, false));
        assertEquals(2, done(deeds.disable(ROOT, "hostname", "", true)).waiting());
    }

    @Test
    public void aModuleThatNodesGetIsRemovedByForceAloneUnlessAnotherTakesItsPlace() throws InterruptedException {
        site.modules.all.removeIf(module -> module.name().equals("hostname"));
        site.modules.all.add(FakeModules.fromFile("hostname"));
        String said = "nothing was removed: 3 nodes would wait for hostname: set other modules first, or add --force";
        assertEquals(
                said, refused(deeds.uninstall(ROOT, "hostname", false, true)).reason());
        assertEquals(
                said, refused(deeds.uninstall(ROOT, "hostname", false, false)).reason());
        done(deeds.uninstall(ROOT, "hostname", true, true));
        site.modules.all.add(FakeModules.module("hostname", ModuleInfo.Kind.CONFIGURATION));
        done(deeds.uninstall(ROOT, "hostname", false, false));
        assertEquals(List.of("uninstall hostname"), site.modules.changes);
    }
}
