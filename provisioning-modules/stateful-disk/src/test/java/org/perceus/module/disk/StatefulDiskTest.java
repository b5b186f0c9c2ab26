package org.perceus.module.disk;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestBuild;
import org.perceus.provisioning.testkit.TestNode;

public class StatefulDiskTest {
    private static final String NOTHING_INSTALLED = "";
    private static final String INSTALLED = "find_installed() { note find_installed \"$@\" && INSTALLED=vda; }\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestNode node;

    @Before
    public void build() throws Exception {
        TestBuild build = new TestBuild(folder.newFolder().toPath());
        new StatefulDisk().build(build);
        assertEquals(List.of("kernel as kernel", "drivers as drivers", "root as root"), build.published());
        node = new TestNode().with(build);
    }

    @Test
    public void anEmptyDiskIsInstalledTo() throws Exception {
        ScriptRun run = run(NOTHING_INSTALLED);
        assertEquals(
                List.of(
                        "find_installed",
                        "use_tools",
                        "choose_disks",
                        "need_room",
                        "fetch",
                        "fetch",
                        "make_disks",
                        "install_root",
                        "install_node_files",
                        "append_disk_starter",
                        "finish_disks",
                        "enter_kexec"),
                words(run));
        assertFalse(run.called("event"));
    }

    @Test
    public void theKernelOfTheDiskIsEnteredWithTheArgumentsOfItsBootLoader() throws Exception {
        node.with("kernel-args", "quiet *");
        ScriptRun run = run(NOTHING_INSTALLED);
        assertEquals("quiet *", call(run, "finish_disks").get(3));
        assertEquals("quiet *", call(run, "enter_kexec").get(3));
    }

    @Test
    public void whatIsInstalledIsStarted() throws Exception {
        assertEquals(
                List.of("find_installed", "take_installed", "append_node_files", "enter_kexec"), words(run(INSTALLED)));
    }

    @Test
    public void aReinstallationDoesNotLookAtTheDiskAndIsReportedAsDone() throws Exception {
        node.with("reinstall", "yes");
        ScriptRun run = run(INSTALLED);
        assertFalse(run.called("find_installed"));
        assertTrue(run.called("make_disks"));
        List<String> words = words(run);
        assertEquals(
                List.of("event", "confirm_events", "finish_disks", "enter_kexec"),
                words.subList(words.size() - 4, words.size()));
        assertEquals(List.of("event", "event=done", "setting=reinstall"), call(run, "event"));
    }

    @Test
    public void aReinstallationThatTheServerMissedIsNotFinished() throws Exception {
        node.with("reinstall", "yes");
        ScriptRun run = start("confirm_events() { return 1; }\n");
        assertEquals(9, run.status());
        assertEquals(
                List.of("fail", "the server did not confirm that the setting reinstall is done"), call(run, "fail"));
        assertFalse(run.called("finish_disks"));
    }

    @Test
    public void theSettingsReachTheWords() throws Exception {
        node.with("disk", "serial:A,serial:B")
                .with("raid", "1")
                .with("swap", "1G")
                .with("filesystem", "xfs");
        ScriptRun run = run(NOTHING_INSTALLED);
        assertEquals(List.of("find_installed", "serial:A serial:B"), call(run, "find_installed"));
        assertEquals(List.of("choose_disks", "serial:A serial:B", "2"), call(run, "choose_disks"));
        List<String> made = call(run, "make_disks");
        assertEquals(List.of("xfs", "1024"), made.subList(2, 4));
        assertTrue(made.get(1), made.get(1).endsWith("@1"));
    }

    @Test
    public void aCapsuleThatWasNotBuiltIsRefused() {
        for (String role : List.of("kernel", "drivers", "root")) {
            assertThrows(ProvisioningException.class, () -> new StatefulDisk().render(node.withoutArtifact(role)));
        }
    }

    private ScriptRun run(String words) throws Exception {
        ScriptRun run = start(words);
        assertEquals(run.errors(), 0, run.status());
        return run;
    }

    private ScriptRun start(String words) throws Exception {
        MethodScript script = new StatefulDisk().render(node);
        return ScriptRun.of(
                folder.newFolder().toPath(),
                words + script.prepare().text() + script.enter().text());
    }

    private static List<String> words(ScriptRun run) {
        return run.calls().stream()
                .map(call -> call.get(0))
                .filter(word -> !word.equals("step"))
                .toList();
    }

    private static List<String> call(ScriptRun run, String word) {
        return run.calls().stream()
                .filter(call -> call.get(0).equals(word))
                .findFirst()
                .orElseThrow();
    }
}
