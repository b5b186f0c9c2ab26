package org.example.squashfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class SquashfsOverlayTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theStarterMountsTheImageUnderAnOverlay() throws Exception {
        ScriptRun run = run(node());
        String image = folder.getRoot().toPath().resolve("run/squashfs").toString();
        assertTrue(
                run.calls().toString(),
                run.calls().contains(List.of("mount", "-t", "squashfs", "-o", "loop,ro", "/root.squashfs", image)));
        assertTrue(run.calls().toString(), run.calls().contains(List.of("overlay_root", image, "50%")));
    }

    @Test
    public void theDriversGoBehindTheRoot() throws Exception {
        run(node());
        String root = java.nio.file.Files.readString(folder.getRoot().toPath().resolve("work/root"));
        assertEquals("b".repeat(64) + "\n" + "c".repeat(64) + "\n", root);
    }

    @Test
    public void theAdministratorLimitsWhatIsWritten() throws Exception {
        assertTrue(run(node().with("root-size", "2g")).calls().stream()
                .anyMatch(call -> call.get(0).equals("overlay_root") && call.get(2).equals("2g")));
    }

    @Test
    public void aSizeThatIsNoneIsRefused() {
        for (String size : List.of("", "0", "much", "50 %", "200%", "2t", "-1")) {
            ProvisioningException refusal = assertThrows(
                    size, ProvisioningException.class, () -> new SquashfsOverlay().render(node().with("root-size", size)));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("root-size is '" + size + "'"));
        }
    }

    private ScriptRun run(TestNode node) throws Exception {
        MethodScript script = new SquashfsOverlay().render(node);
        ScriptRun run = ScriptRun.of(
                folder.getRoot().toPath(),
                script.prepare().text() + script.enter().text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }

    private static TestNode node() {
        return new TestNode().with("kernel", 'a', 8_000_000).with("root", 'b', 90_000_000).with("drivers", 'c', 9_000_000);
    }
}
