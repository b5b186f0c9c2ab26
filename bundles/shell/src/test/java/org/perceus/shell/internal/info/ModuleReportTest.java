package org.perceus.shell.internal.info;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.administration.module.ModuleUse;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.ModuleInfo.Status;
import org.perceus.shell.testing.FakeSite;

public class ModuleReportTest {
    private static final ModuleUse USE = new ModuleUse(Map.of("nfs-root", 2, "hostname", 3, "network", 0, "gone", 1));
    private final List<ModuleInfo> modules = List.of(
            FakeSite.module("nfs-root", Kind.METHOD),
            new ModuleInfo(
                    "hostname",
                    Optional.of(Kind.CONFIGURATION),
                    49,
                    "com.example.hostname",
                    "1.2.3",
                    Status.STANDBY,
                    "",
                    Optional.of("hostname.jar"),
                    3,
                    "took longer than 2 s"),
            new ModuleInfo(
                    "odd.jar",
                    Optional.empty(),
                    0,
                    "",
                    "",
                    Status.REFUSED,
                    "is not a whole jar file",
                    Optional.of("odd.jar"),
                    0,
                    ""));

    @Test
    public void whatIsThereAndWhatIsNotStandSideBySide() {
        List<String> lines =
                new ModuleReport(modules, USE).table().text(0, false).lines().toList();
        assertTrue(lines.get(1), lines.get(1).startsWith("nfs-root  method             -  active       2  2.0.0"));
        assertTrue(lines.get(2), lines.get(2).startsWith("hostname  configuration     49  standby      3  1.2.3"));
        assertTrue(lines.get(2), lines.get(2).endsWith("       3  took longer than 2 s"));
        assertTrue(lines.get(3), lines.get(3).endsWith("odd.jar is not a whole jar file"));
        assertTrue(lines.get(4), lines.get(4).startsWith("gone      -                  -  missing      1"));
        assertTrue(lines.get(4), lines.get(4).endsWith("configured, and not installed: nodes wait"));
        assertTrue(lines.get(5), lines.get(5).endsWith("configured as a default, and not installed"));
    }

    @Test
    public void jsonHasTheSame() {
        JsonObject json = new ModuleReport(modules, USE).json().get(1).getAsJsonObject();
        assertEquals("configuration", json.get("kind").getAsString());
        assertEquals("standby", json.get("status").getAsString());
        assertEquals(3, json.get("failures").getAsInt());
        assertEquals("hostname.jar", json.get("file").getAsString());
        JsonObject first = new ModuleReport(modules, USE).json().get(0).getAsJsonObject();
        assertTrue(first.get("lastFailure").isJsonNull());
        assertEquals(5, new ModuleReport(modules, USE).json().size());
    }

    @Test
    public void nodesAreCountedByTheirSettingsAndTheDefaults() {
        FakeSite site = FakeSite.sample();
        ModuleUse use = ModuleUse.of(site.registry.snapshot(), site.modules);
        assertEquals(2, use.of("nfs-root"));
        assertEquals(1, use.of("stateless-ram"));
        assertEquals(3, use.of("hostname"));
        assertEquals(0, use.of("other"));
    }
}
