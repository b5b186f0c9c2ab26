package org.perceus.shell.internal.capsule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeLibrary;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.InitSystem;
import org.perceus.vnfs.NetworkConfigurator;
import org.perceus.vnfs.RootTraits;
import org.perceus.vnfs.SelinuxMode;

public class CapsuleTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeSite site = FakeSite.sample();
    private final FakeScreen screen = new FakeScreen();

    @Test
    public void aVersionThatIsGivenIsTaken() {
        assertEquals(CapsuleId.parse("rocky@9.4"), NextVersion.of("rocky@9.4", List.of()));
    }

    @Test
    public void theFirstVersionIsOne() {
        assertEquals(CapsuleId.parse("rocky@1"), NextVersion.of("rocky", site.library.capsules()));
    }

    @Test
    public void theNextVersionFollowsTheHighestNumber() {
        site.library.capsules.add(FakeLibrary.capsule("debian-12@10"));
        site.library.capsules.add(FakeLibrary.capsule("debian-12@test"));
        site.library.capsules.add(FakeLibrary.capsule("debian@99"));
        assertEquals(CapsuleId.parse("debian-12@11"), NextVersion.of("debian-12", site.library.capsules()));
    }

    @Test
    public void aMalformedNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NextVersion.of("../etc", List.of()));
    }

    @Test
    public void theNodesOfACapsuleAreThoseThatWouldGetIt() {
        CapsuleUse use = new CapsuleUse(site.registry.snapshot(), site.library);
        assertEquals(1, use.nodesOf(CapsuleId.parse("debian-12@2")).size());
        assertEquals(0, use.nodesOf(CapsuleId.parse("debian-12@1")).size());
    }

    @Test
    public void capsulesAreListedWithSizesAndUse() {
        String row =
                CapsuleReport.table(reports()).text(0, false).lines().toList().get(1);
        assertTrue(row, row.startsWith("debian-12@2  6.1.0-30-amd64  774.4 MiB  287.1 MiB  23456  "));
        assertTrue(row, row.endsWith("      1"));
    }

    @Test
    public void capsulesInJsonHaveAllFields() {
        JsonObject json = CapsuleReport.json(reports()).get(0).getAsJsonObject();
        assertEquals("debian-12", json.get("name").getAsString());
        assertEquals("2", json.get("version").getAsString());
        assertEquals(812_000_000, json.get("bytes").getAsLong());
        assertEquals(301_000_000, json.get("packedBytes").getAsLong());
        assertEquals(64, json.get("sha256").getAsString().length());
        assertEquals(1, json.get("nodes").getAsInt());
        assertEquals("2026-11-20T10:00:00Z", json.get("imported").getAsString());
    }

    @Test
    public void importingShowsProgressAndSizes() {
        Path root = folder.getRoot().toPath();
        new CapsuleImport(screen, screen.out()).run(site.library, CapsuleId.parse("rocky@1"), root, Optional.empty());
        assertTrue(screen.complained(), screen.complained().startsWith("reading: 0 %\n"));
        assertTrue(
                screen.printed(),
                screen.printed()
                        .startsWith("imported rocky@1: 23456 files, 774.4 MiB, packed 287.1 MiB, kernel 6.1.0-30-amd64,"
                                + " in 0."));
        assertEquals(List.of(root), site.library.sources);
    }

    @Test
    public void aCapsuleThatIsThereIsNotImportedAgain() {
        assertEquals(
                "there is a capsule debian-12@2 already, and capsules never change: give it another version, or only"
                        + " the name for the next one",
                refusal("debian-12@2", folder.getRoot().toPath()));
    }

    @Test
    public void aSourceThatIsNotThereIsNamed() {
        Path nowhere = folder.getRoot().toPath().resolve("nowhere");
        assertEquals(
                "there is no folder or archive " + nowhere + ": give the root file system of the capsule",
                refusal("rocky@1", nowhere));
    }

    @Test
    public void aCapsuleIsShownWithWhatWasFoundInIt() {
        RootTraits traits = new RootTraits(
                "Alpine Linux v3.23",
                "/sbin/init",
                InitSystem.OPENRC,
                NetworkConfigurator.IFUPDOWN,
                SelinuxMode.PERMISSIVE,
                List.of(new Finding(Finding.Kind.CHANGED, "/etc/machine-id", "it holds an ID", "emptied")));
        RootCard card = new RootCard(FakeLibrary.capsule("a@1").kernels(), traits);
        card.print(screen);
        assertTrue(
                screen.printed(),
                screen.printed().contains("init     /sbin/init (openrc)\nnetwork  ifupdown\nSELinux  permissive\n"));
        assertTrue(screen.printed(), screen.printed().contains("/etc/machine-id  it holds an ID  done: emptied"));
        JsonObject json = new JsonObject();
        card.addTo(json);
        assertEquals("ifupdown", json.get("network").getAsString());
        assertEquals(1, json.getAsJsonArray("findings").size());
    }

    @Test
    public void aRejectedImportSaysWhy() {
        site.library.rejection = Optional.of("the archive has no kernel");
        assertEquals(
                "nothing was imported: the archive has no kernel",
                refusal("rocky@1", folder.getRoot().toPath()));
    }

    @Test
    public void preparingShowsSizeAndTime() throws InterruptedException {
        new CapsuleImport(screen, screen.out()).prepare(site.library, CapsuleId.parse("rocky@1"), "nfs-root");
        assertTrue(screen.printed(), screen.printed().startsWith("prepared rocky@1 for nfs-root: 295.6 MiB, in "));
        assertEquals(List.of("rocky@1 nfs-root"), site.library.prepared);
    }

    @Test
    public void aFailedPreparationSaysThatTheCapsuleIsThere() {
        site.library.buildFailure = Optional.of("no kernel modules");
        String sentence = assertThrows(CommandFailure.class, () -> new CapsuleImport(screen, screen.out())
                        .prepare(site.library, CapsuleId.parse("rocky@1"), "hybrid"))
                .getMessage();
        assertEquals("the capsule rocky@1 is there, but preparing it for hybrid failed: no kernel modules", sentence);
    }

    private String refusal(String id, Path source) {
        return assertThrows(CommandFailure.class, () -> new CapsuleImport(screen, screen.out())
                        .run(site.library, CapsuleId.parse(id), source, Optional.empty()))
                .getMessage();
    }

    private List<CapsuleReport> reports() {
        return CapsuleReport.of(site.library.capsules(), new CapsuleUse(site.registry.snapshot(), site.library));
    }
}
