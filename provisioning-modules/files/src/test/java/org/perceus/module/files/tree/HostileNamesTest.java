package org.perceus.module.files.tree;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.ScriptShell;
import org.perceus.provisioning.testkit.TestNode;

/** Whatever a file of the site is called, it is a file of that name on the node, or a sentence says why not. */
public class HostileNamesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> names = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();

    @Test
    public void aNameIsANameOrRefused() throws Exception {
        for (String name : HostileText.values()) {
            if (canBeAFile(name)) {
                render(name);
            }
        }
        assertTrue(names.size() + " names", names.size() > 200);
        List<ScriptRun> runs = new ScriptShell()
                .stub(HostileText.COMMAND, "")
                .runAll(folder.newFolder().toPath(), scripts);
        for (int i = 0; i < runs.size(); i++) {
            ScriptRun run = runs.get(i);
            assertEquals(names.get(i) + run.errors(), 0, run.status());
            assertEquals(names.get(i), run.file("/etc/" + names.get(i)));
            assertTrue(names.get(i), !run.called(HostileText.COMMAND));
        }
    }

    private void render(String name) throws Exception {
        Site site = new Site(folder.newFolder().toPath()).with("all/etc/" + name, name);
        SiteTree tree = site.read();
        tree.problems().forEach(HostileNamesTest::assertFit);
        try {
            NodeScript script = site.script(new TestNode());
            if (script.files().stream().anyMatch(file -> file.path().equals("/etc/" + name))) {
                scripts.add(script.text());
                names.add(name);
            } else {
                assertTrue(name + " is nothing that editors leave behind", name.endsWith("~"));
            }
        } catch (ProvisioningException e) {
            assertFit(e.getMessage());
        }
    }

    private static void assertFit(String sentence) {
        assertEquals(Optional.of(sentence), SettingForm.text().read(sentence));
        assertTrue(sentence, sentence.length() < 1000);
    }

    private static boolean canBeAFile(String name) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(name)
                && name.getBytes(StandardCharsets.UTF_8).length <= 255
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0
                && !List.of(".", "..").contains(name);
    }
}
