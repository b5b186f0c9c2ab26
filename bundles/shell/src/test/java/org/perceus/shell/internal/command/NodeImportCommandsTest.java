package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;

/** Commands that take nodes from files. */
public class NodeImportCommandsTest extends CommandsTestCase {
    @Test
    public void whatTheRegistryRejectsOfAFileIsSaidByLine() throws Exception {
        write("nodes.csv", "# nodes\n52:54:00:00:01:01,localhost\n");
        String said = "nothing was added: nodes.csv has 1 problem\n  line 2: "
                + "'localhost' is what /etc/hosts calls every machine: use another name";
        assertEquals(said, sentence("node-import", "--dry-run", "nodes.csv"));
        assertEquals(said, sentence("node-import", "nodes.csv"));
    }

    @Test
    public void importsNodesRelativeToTheUsersFolder() throws Exception {
        write("nodes.csv", "mac,name\n52:54:00:00:01:01,a\n52:54:00:00:01:02,b\n");
        run("node-import", "nodes.csv");
        assertEquals("added 2 nodes (a, b)\n", screen.printed());
        assertEquals(5, site.registry.snapshot().nodes().size());
    }

    @Test
    public void oneBadLineImportsNothing() throws Exception {
        write("nodes.csv", "52:54:00:00:01:01,a\nnonsense\n");
        assertTrue(sentence("node-import", "nodes.csv").contains("line 2: 'nonsense' is not a MAC address"));
        assertEquals(3, site.registry.snapshot().nodes().size());
    }

    @Test
    public void aDryRunOnlyChecksTheFile() throws Exception {
        write("nodes.csv", "52:54:00:00:01:01,a\n");
        run("node-import", "--dry-run", "nodes.csv");
        assertEquals("would add 1 node (a)\n", screen.printed());
        assertEquals(3, site.registry.snapshot().nodes().size());
    }

    @Test
    public void anImportChangesNodesThatAreThereWhenAskedTo() throws Exception {
        write(
                "nodes.csv",
                "mac,group,x-rack\n" + node("n1").mac() + ",rack7,7\n"
                        + node("n2").mac() + ",,\n");
        run("node-import", "--update", "--dry-run", "nodes.csv");
        assertEquals("would change 1 node (n1)\n1 node is as the file says already\n", screen.printed());
        assertEquals(new Name("rack1"), node("n1").group());
        run("node-import", "--update", "nodes.csv");
        assertTrue(screen.printed().endsWith("changed 1 node (n1)\n1 node is as the file says already\n"));
        assertEquals(new Name("rack7"), node("n1").group());
        assertEquals("7", node("n1").settings().get(new SettingKey("x-rack")));
    }

    @Test
    public void whatOneNodeAloneCanHaveIsInOneLineOfAFile() throws Exception {
        site.sharingObjections.put(new SettingKey("x-slot"), "two nodes in one slot");
        write("nodes.csv", "mac,name,x-slot,x-rack\n52:54:00:00:01:01,a,7,1\n52:54:00:00:01:02,b,8,1\n");
        run("node-import", "--dry-run", "nodes.csv");
        write(
                "nodes.csv",
                "mac,name,x-slot,x-rack\n52:54:00:00:01:01,a,7,1\n52:54:00:00:01:02,b,8,1\n52:54:00:00:01:03,c,7,2\n");
        assertEquals(
                "nothing was added: nodes.csv has 1 problem\n  line 4: as in line 2, two nodes in one slot",
                sentence("node-import", "nodes.csv"));
    }

    @Test
    public void aFileWithoutNodesIsRefused() throws Exception {
        write("nodes.csv", "# nothing\n");
        assertEquals(
                "nodes.csv has no nodes: write one line MAC,name,address,group for each",
                sentence("node-import", "nodes.csv"));
    }

    @Test
    public void anInventoryOfASpreadsheetIsImported() throws Exception {
        write(
                "nodes.csv",
                "\uFEFFHost Name;Admin_MAC;IP;Rack;\r\nA;52-54-00-00-01-01;10.10.0.21;rack7;\r\n"
                        + "b;5254.0000.0102;;;\r\nc;525400000103\r\n;;;;\r\n");
        run("node-import", "nodes.csv");
        assertEquals("added 3 nodes (a, b, c)\n", screen.printed());
        assertEquals(new Name("rack7"), node("a").group());
    }

    @Test
    public void anImportTakesSettingsAndChecksThemAsSetDoes() throws Exception {
        String mac = "52:54:00:99:00:01";
        Path file = folder.getRoot().toPath().resolve("settings.csv");
        Files.writeString(file, "mac,name,retries,x-rack\n" + mac + ",n77,3,7\n");
        run("node-import", file.toString());
        assertEquals("7", node("n77").settings().get(new SettingKey("x-rack")));
        run("node-set", "kernel-args=a=\"1\", b", "n77");
        int before = screen.printed().length();
        run("node-export", "n77");
        Files.writeString(file, screen.printed().substring(before));
        run("node-delete", "--yes", "n77");
        run("node-import", file.toString());
        assertEquals("a=\"1\", b", node("n77").settings().get(new SettingKey("kernel-args")));
        assertEquals("3", node("n77").settings().get(new SettingKey("retries")));
        Files.writeString(file, "mac,name,method\n52:54:00:99:00:02,n78,\n52:54:00:99:00:03,n79,nfs\n");
        for (String option : List.of("--dry-run", file.toString())) {
            String told = option.equals("--dry-run")
                    ? sentence("node-import", option, file.toString())
                    : sentence("node-import", option);
            assertTrue(told, told.contains("line 3: there is no provisioning method 'nfs'"));
        }
    }

    @Test
    public void aHeaderWithUnknownColumnsImportsNothing() throws Exception {
        write("nodes.csv", "name,mac,SERVICE_TAG\na,52:54:00:00:01:01,SVC02\n");
        assertEquals(
                "nothing was added: nodes.csv has 1 problem\n  line 1: this is a header, and its column 'SERVICE_TAG'"
                        + " is not known: use mac, name, address, group, cards, a setting of 'perceus setting list' or x-NAME, or leave it out",
                sentence("node-import", "nodes.csv"));
    }
}
