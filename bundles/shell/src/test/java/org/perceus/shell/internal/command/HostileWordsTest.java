package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.administration.internal.inventory.NodeFile;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.site.SettingValue;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.shell.internal.inventory.Inventory;
import org.perceus.shell.internal.inventory.NodeFileReader;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;
import org.perceus.shell.testing.KarafShell;

/** What people type, and what nodes have, drives no terminal and changes no other value. */
public class HostileWordsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeSite site = FakeSite.sample();
    private final SessionFactory shell = KarafShell.with(site);

    @Test
    public void valuesAreShownHarmlessly() throws Exception {
        // the registry takes no longer ones
        List<String> values = HostileText.values().stream()
                .filter(value -> value.length() < 10_000)
                .toList();
        for (String value : values) {
            site.registry.put(FakeSite.node(1, "rack1", true, "x-note", value));
            for (String command : List.of("node-show", "node-export", "node-list")) {
                assertHarmless(command, "n1");
            }
            assertHarmless("node-show", "--json", "n1");
            assertHarmless("node-set", "--dry-run", "x-note=other", "n1");
        }
    }

    @Test
    public void whateverIsTypedIsAnsweredHarmlessly() throws Exception {
        for (String value : HostileText.values()) {
            for (String command : List.of("node-show", "node-approve", "group-set", "module-info", "vnfs-show")) {
                assertHarmless(command, value);
            }
            assertHarmless("node-add", "--name", value, "52:54:00:00:00:77");
            assertHarmless("node-add", value);
            for (String key : List.of("x-note", "capsule", "modules", "boot", "address", "nmae")) {
                assertHarmless("node-set", key + "=" + value, "n1");
            }
            assertHarmless("group-set", "--dry-run", "--force", "x-note=" + value, "rack1");
            assertHarmless("node-set", value + "=x", "n1");
            assertHarmless("node-import", value);
        }
    }

    @Test
    public void aFileOfThemIsAnsweredHarmlessly() throws Exception {
        List<String> lines = new ArrayList<>(List.of("mac,name,x-note"));
        HostileText.values().stream()
                .filter(value -> value.length() < 10_000)
                .forEach(value -> lines.add("52:54:00:00:00:77," + value + ",x"));
        Path file = folder.newFile("nodes.csv").toPath();
        Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        assertHarmless("node-import", file.toString());
        for (String line : lines) {
            Files.write(file, (line + "\n").getBytes(StandardCharsets.UTF_8));
            assertHarmless("node-import", "--dry-run", file.toString());
        }
    }

    /** Those that the registry takes: lines without control characters. */
    @Test
    public void whatIsExportedIsImportedAsItWas() throws Exception {
        List<Node> nodes = new ArrayList<>();
        for (String value : HostileText.values()) {
            if (SettingValue.objection("x-note", value).isEmpty()) {
                nodes.add(FakeSite.node(nodes.size() % 90, "rack1", true, "x-note", value, "kernel-args", value));
            }
        }
        assertTrue(nodes.size() + " values", nodes.size() > 200);
        Path file = folder.newFile("nodes.csv").toPath();
        Files.write(file, new Inventory(nodes).lines());
        NodeFile read = NodeFile.parse(NodeFileReader.read(file), Set.of(new SettingKey("kernel-args")));
        assertEquals(List.of(), read.problems());
        assertEquals(
                nodes.stream().map(Node::settings).toList(),
                read.entries().stream()
                        .map(NodeFile.Entry::spec)
                        .map(NodeSpec::settings)
                        .toList());
    }

    private void assertHarmless(String name, String... arguments) throws Exception {
        FakeScreen screen = FakeScreen.terminal(80);
        String failure = "";
        Session session = shell.create(InputStream.nullInputStream(), screen.out(), screen.err());
        try {
            session.put(Screen.VARIABLE, screen);
            shell.getRegistry().getCommand("perceus", name).execute(session, new ArrayList<Object>(List.of(arguments)));
        } catch (CommandFailure e) {
            failure = e.getMessage();
        } catch (CommandException e) {
            // Karaf's own, of words that look like options
            failure = CommandFailure.usage(e.getMessage()).getMessage();
        } finally {
            session.close();
        }
        String printed = screen.printed() + screen.complained() + failure;
        assertEquals(name + " " + List.of(arguments), "", harmful(printed));
        assertTrue("a failure of " + failure.length() + " characters", failure.length() < 100_000);
    }

    private static String harmful(String printed) {
        return printed.replaceAll("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|\n", "");
    }
}
