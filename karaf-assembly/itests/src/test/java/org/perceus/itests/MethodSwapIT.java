package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.perceus.module.BuildProgress;
import org.perceus.module.ModuleChange;
import org.perceus.module.ModuleInfo;

/** A provisioning method is replaced while nodes boot with it: no node waits for the images of the new version. */
public class MethodSwapIT extends SiteTest {
    private static int next = 80;

    private Crowd crowd;

    @Before
    public void nodesBootWithTheFirstVersion() throws Exception {
        done(modules.install(jar("slow", 0, SlowMethod.class), false, BuildProgress.none()));
        site.prepare(images, "slow");
        crowd = crowd(next, 2, Map.of("method", "slow"));
        next += 2;
        await(() -> crowd.scripts() > 0);
    }

    @After
    public void noneOfThemWaited() throws Exception {
        try {
            assertEquals(List.of(), crowd.faults());
            assertEquals(crowd.lastWait(), 0, crowd.waits());
        } finally {
            crowd.close();
            modules.uninstall("slow", false);
        }
    }

    @Test
    public void aSwapBuildsFirst() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        done(modules.swap(
                "slow", jar("slow", 1, SlowMethod.class), false, (task, done, total) -> heard.add(task + " " + done)));
        assertTrue(heard.toString(), heard.contains("waiting 20"));
        await(() -> crowd.lastScript().contains("kernel of 1.0.1"));
    }

    @Test
    public void aJarThatIsDroppedInBuildsFirst() throws Exception {
        Files.move(jar("slow", 2, SlowMethod.class), folder().resolve("slow-2.jar"));
        await(() -> reasons().anyMatch(reason -> reason.contains("its image of tiny@1 is being built: ")));
        assertTrue(crowd.lastScript(), crowd.lastScript().contains("kernel of 1.0.0"));
        await(() -> crowd.lastScript().contains("kernel of 1.0.2"));
    }

    @Test
    public void oneThatCannotBuildIsNotUsed() throws Exception {
        String reason = "tiny@1 for slow 1.0.13 cannot be built: 13 brings bad luck";
        ModuleChange change = modules.swap("slow", jar("slow", 13, SlowMethod.class), false, BuildProgress.none());
        assertEquals(new ModuleChange.Refused("slow-13.jar is not used: " + reason), change);
        await(() ->
                inventory.modules().stream().noneMatch(info -> info.version().equals("1.0.13")));
        Files.move(jar("slow", 13, SlowMethod.class), folder().resolve("slow-13.jar"));
        await(() -> reasons().anyMatch(reason::equals));
        assertTrue(crowd.lastScript(), crowd.lastScript().contains("kernel of 1.0.0"));
    }

    private Stream<String> reasons() {
        return inventory.modules().stream()
                .filter(info -> info.name().equals("slow") && info.status() == ModuleInfo.Status.STANDBY)
                .map(ModuleInfo::reason);
    }
}
