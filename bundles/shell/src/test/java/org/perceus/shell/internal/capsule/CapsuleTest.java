package org.perceus.shell.internal.capsule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.administration.capsule.CapsuleUse;
import org.perceus.administration.testing.FakeLibrary;
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

    private List<CapsuleReport> reports() {
        return CapsuleReport.of(site.library.capsules(), new CapsuleUse(site.registry.snapshot(), site.library));
    }
}
