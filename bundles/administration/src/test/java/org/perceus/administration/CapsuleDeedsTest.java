package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.done;
import static org.perceus.administration.testing.AdministeredSite.refused;
import static org.perceus.administration.testing.AdministeredSite.target;
import static org.perceus.administration.testing.AdministeredSite.to;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.administration.capsule.CapsuleDeeds.Source;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;

public class CapsuleDeedsTest extends DeedTestCase {
    private static final DeedProgress UNSEEN = (step, done, all) -> {};
    private static final CapsuleId DEBIAN = CapsuleId.parse("debian-12@2");

    private CapsuleDeeds deeds;

    @Before
    public void find() {
        deeds = site.deeds.capsules();
    }

    @Test
    public void aRootIsImportedUnderTheNextVersion() throws InterruptedException {
        List<String> steps = new ArrayList<>();
        CapsuleDeeds.Import imported =
                done(deeds.importRoot(ROOT, source("debian-12"), false, (step, done, all) -> steps.add(step)));
        assertEquals(CapsuleId.parse("debian-12@3"), imported.id());
        assertTrue(imported.result() instanceof ImportResult.Imported);
        assertEquals("reading", steps.get(0));
        assertEquals(2, site.library.capsules.size());
    }

    @Test
    public void aDryRunOnlyLooksIntoTheRoot() throws InterruptedException {
        CapsuleDeeds.Import would = done(deeds.importRoot(ROOT, source("rocky"), true, UNSEEN));
        assertTrue(would.result() instanceof ImportResult.Examined);
        assertEquals(1, site.library.capsules.size());
    }

    @Test
    public void whatCannotBeImportedIsRefusedAlike() throws InterruptedException {
        assertEquals(
                "there is a capsule debian-12@2 already, and capsules never change: give it another version, or only"
                        + " the name for the next one",
                refusal(source("debian-12@2")));
        Path nowhere = folder.getRoot().toPath().resolve("nowhere");
        assertEquals(
                "there is no folder or archive " + nowhere + ": give the root file system of the capsule",
                refusal(new Source("rocky", nowhere, Optional.empty())));
        refusal(source("../etc"));
        site.library.rejection = Optional.of("the archive has no kernel");
        assertEquals("nothing was imported: the archive has no kernel", refusal(source("rocky")));
    }

    @Test
    public void capsulesArePreparedForAMethodThatIsThere() throws InterruptedException {
        assertEquals("stateless-ram", done(deeds.method(ROOT, Optional.empty())));
        assertEquals("nfs-root", done(deeds.method(ROOT, Optional.of("nfs-root"))));
        assertTrue(refused(deeds.method(ROOT, Optional.of("magic")))
                .reason()
                .startsWith("there is no provisioning method 'magic'"));
        assertEquals(
                310_000_000,
                done(deeds.prepare(ROOT, DEBIAN, "nfs-root", UNSEEN)).bytes());
        site.library.buildFailure = Optional.of("no kernel modules");
        assertEquals(
                "the capsule debian-12@2 is there, but preparing it for hybrid failed: no kernel modules",
                refused(deeds.prepare(ROOT, DEBIAN, "hybrid", UNSEEN)).reason());
    }

    @Test
    public void aCapsuleThatNodesGetIsDeletedByForceAlone() throws InterruptedException {
        done(site.nodes.set(ROOT, target("n2"), to("capsule", "debian-12"), false, false));
        String said =
                "nothing was deleted: 1 node (n2) would get debian-12@2: set another capsule first, or add --force";
        assertEquals(said, refused(deeds.delete(ROOT, DEBIAN, false, true)).reason());
        assertEquals(said, refused(deeds.delete(ROOT, DEBIAN, false, false)).reason());
        done(deeds.delete(ROOT, DEBIAN, true, true));
        assertEquals(1, site.library.capsules.size());
        done(deeds.delete(ROOT, DEBIAN, true, false));
        assertEquals(List.of(), site.library.capsules);
        assertEquals(
                "there is no capsule debian-12@2: 'perceus vnfs list' shows them",
                refused(deeds.delete(ROOT, DEBIAN, true, false)).reason());
    }

    private Source source(String name) {
        return new Source(name, folder.getRoot().toPath(), Optional.empty());
    }

    private String refusal(Source source) throws InterruptedException {
        String reason = refused(deeds.importRoot(ROOT, source, true, UNSEEN)).reason();
        assertEquals(
                reason, refused(deeds.importRoot(ROOT, source, false, UNSEEN)).reason());
        return reason;
    }
}
