package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Author;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeState;
import org.perceus.node.Objection;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.NodeHardware;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;
import org.perceus.shell.testing.KarafShell;

/** Runs the commands as the Karaf shell does, options parsed from their annotations. */
public class CommandsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeSite site = FakeSite.sample();
    private final SessionFactory shell = KarafShell.with(site);
    private FakeScreen screen = new FakeScreen();

    @Before
    public void work() {
        screen.folder = folder.getRoot().toPath();
    }

    @Test
    public void nodesAreListedByState() throws Exception {
        run("node-list", "--state", "ready");
        assertTrue(screen.printed().contains("n1 "));
        assertTrue(!screen.printed().contains("n2"));
    }

    @Test
    public void scriptsOfANodeAreListedAndShown() throws Exception {
        StateScript script = new StateScript(
                StateScript.State.READY, "10-x", "echo x\n", StateScript.OnFailure.STOP, "ready/all/10-x");
        NodeScript share = NodeScript.builder().script(script).build();
        site.previewed = new PreviewResult.Shares(List.of(new ModuleShare("scripts", "1", share)));
        run("node-script-list", "n1");
        assertTrue(screen.printed(), screen.printed().contains("ready/all/10-x"));
        screen = new FakeScreen();
        run("node-script-show", "--state", "ready", "n1", "10-x");
        assertEquals("echo x\n", screen.printed());
        assertEquals(
                "there is no script '20-y' that n1 would run: 'perceus node script list n1' shows them",
                refused("node-script-show", "n1", "20-y").getMessage());
        assertEquals(2, refused("node-script-list", "--state", "halt", "n1").exitCode());
        assertEquals(2, refused("node-script-list", "n*").exitCode());
    }

    @Test
    public void scriptsOfANodeThatWouldWaitAreNotShown() throws Exception {
        site.previewed = new PreviewResult.Waits("there is no capsule");
        assertEquals(
                "n1 would have to wait: there is no capsule",
                refused("node-script-list", "n1").getMessage());
    }

    @Test
    public void anUnknownStateIsAUsageError() throws Exception {
        CommandFailure failure = refused("node-list", "--state", "broken");
        assertEquals(2, failure.exitCode());
        assertTrue(failure.getMessage().startsWith("'broken' is not a state: use one of discovered, waiting"));
    }

    @Test
    public void nothingToListIsSaidOnStandardError() throws Exception {
        run("node-list", "--state", "failed");
        assertEquals("", screen.printed());
        assertTrue(screen.complained().startsWith("no such node"));
    }

    @Test
    public void anOptionBehindAnArgumentIsExplained() throws Exception {
        CommandFailure failure = refused("node-list", "n1", "--json");
        assertEquals("'--json' is an option: write options before the arguments", failure.getMessage());
    }

    @Test
    public void modulesAreInstalledSwappedAndTakenAway() throws Exception {
        run("module-install", "new.jar");
        run("module-swap", "hostname", "next.jar");
        run("module-disable", "--reason", "broken", "hostname");
        run("module-enable", "hostname");
        run("module-uninstall", "--yes", "hostname");
        assertEquals(
                List.of(
                        "install new.jar",
                        "swap hostname next.jar",
                        "disable hostname broken",
                        "enable hostname",
                        "uninstall hostname"),
                site.modules.changes);
        assertEquals(
                """
                installed it in 250 ms
                swapped in it in 250 ms; the former one was in use for 40 ms more
                disabled it: 3 nodes will wait for it at the next boot
                enabled it
                uninstalled it
                """,
                screen.printed());
    }

    @Test
    public void aDryRunOfModuleCommandsChangesNothing() throws Exception {
        run("module-install", "--dry-run", "new.jar");
        run("module-swap", "--dry-run", "hostname", "next.jar");
        run("module-disable", "--dry-run", "hostname");
        run("module-enable", "--dry-run", "hostname");
        run("module-uninstall", "--dry-run", "hostname");
        assertEquals(List.of(), site.modules.changes);
        assertTrue(screen.printed(), screen.printed().startsWith("would install it\nwould swap in it\n"));
    }

    @Test
    public void whyAModuleIsNotTakenIsSaid() throws Exception {
        site.modules.refusal = Optional.of("odd.jar is not an OSGi bundle");
        assertEquals(
                "odd.jar is not an OSGi bundle",
                refused("module-install", "odd.jar").getMessage());
    }

    @Test
    public void aModuleIsShown() throws Exception {
        run("module-info", "nfs-root");
        assertTrue(screen.printed(), screen.printed().startsWith("module    nfs-root\nkind      method\n"));
        assertTrue(screen.printed(), screen.printed().contains("says      is content\nnodes     2\n"));
        assertTrue(screen.printed(), screen.printed().contains("  size  5      default  How large it is\n"));
        assertTrue(screen.printed(), screen.printed().endsWith("images\n  debian-12@2, by 2.0.0\n"));
        assertTrue(refused("module-info", "none").getMessage().startsWith("there is no module 'none'"));
    }

    @Test
    public void aCapsuleIsPreparedForTheSitesMethod() throws Exception {
        Files.createDirectory(folder.getRoot().toPath().resolve("root"));
        site.modules.method = "nfs-root";
        run("vnfs-import", "fresh", "root");
        assertEquals(List.of("fresh@1 nfs-root"), site.library.prepared);
    }

    @Test
    public void addsANode() throws Exception {
        run("node-add", "--name", "N7", "--address", "10.10.0.7", "--group", "rack9", "52-54-00-00-00-07");
        assertEquals("added n7: 52:54:00:00:00:07, 10.10.0.7, group rack9\n", screen.printed());
        assertEquals(List.of(new Author("alice", "perceus test")), site.registry.authors);
    }

    @Test
    public void aMalformedMacIsNoNode() throws Exception {
        String sentence = sentence("node-add", "52:54");
        assertTrue(sentence, sentence.startsWith("'52:54' is not a MAC address"));
        assertEquals(List.of(), site.registry.authors);
    }

    @Test
    public void aDryRunAddsNothing() throws Exception {
        run("node-add", "--dry-run", "52:54:00:00:00:07");
        assertEquals("would add n0004: 52:54:00:00:00:07, no address, group default\n", screen.printed());
        assertEquals(3, site.registry.snapshot().nodes().size());
    }

    @Test
    public void whatTheRegistryRejectsIsSaid() throws Exception {
        site.registry.rejection = Optional.of(new ChangeResult.Rejected("the name n1 is taken"));
        assertEquals("nothing was changed: the name n1 is taken", sentence("node-add", "52:54:00:00:00:07"));
    }

    @Test
    public void aDryRunSaysWhatTheRegistryRejects() throws Exception {
        site.registry.rejection = Optional.of(new ChangeResult.Rejected("it cannot be"));
        String said = "nothing was changed: it cannot be";
        assertEquals(said, sentence("node-add", "--dry-run", "52:54:00:00:00:07"));
        assertEquals(said, sentence("node-set", "--dry-run", "address=banana", "n1"));
        assertEquals(said, sentence("node-approve", "--dry-run", "n10"));
        assertEquals(said, sentence("node-delete", "--dry-run", "n1"));
        assertEquals(said, sentence("group-set", "--dry-run", "name=foo", "rack1"));
    }

    @Test
    public void whatTheRegistryRejectsOfAFileIsSaidByLine() throws Exception {
        write("nodes.csv", "# nodes\n52:54:00:00:01:01,localhost\n");
        site.registry.rejection =
                Optional.of(new ChangeResult.Rejected("Entry 1: no", List.of(new Objection(1, "that is no name"))));
        String said = "nothing was added: nodes.csv has 1 problem\n  line 2: that is no name";
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
                        + " is not known: use mac, name, address, group, a setting of 'perceus setting list' or x-NAME, or leave it out",
                sentence("node-import", "nodes.csv"));
    }

    @Test
    public void changingCommandsRefuseRangesWithMissingNodes() throws Exception {
        for (List<String> command : List.of(
                List.of("node-set", "capsule=debian-12"),
                List.of("node-set", "--dry-run", "capsule=debian-12"),
                List.of("node-approve"),
                List.of("node-disable"),
                List.of("node-enable"),
                List.of("node-delete", "--yes"),
                List.of("boot-retry"))) {
            List<String> words = new ArrayList<>(command.subList(1, command.size()));
            words.add("n[1-2,7-9]");
            assertEquals(
                    command.toString(),
                    "nothing was changed: n7-n9 are no nodes; to take the others alone, use --existing",
                    refused(command.get(0), words.toArray(String[]::new)).getMessage());
        }
        assertEquals(List.of(), site.registry.authors);
        assertEquals(3, site.registry.snapshot().nodes().size());
    }

    @Test
    public void changingCommandsTakeTheExistingNodesOfARange() throws Exception {
        run("node-set", "--existing", "capsule=debian-12", "n[1-9]");
        run("boot-retry", "--existing", "n[1-9]");
        run("node-approve", "--existing", "n[9-10]");
        run("node-delete", "--existing", "--yes", "n[8-10]");
        assertEquals(
                """
                set capsule=debian-12 for 2 nodes (n1, n2)
                2 nodes (n1, n2) may try again: boots that began before do not count
                approved 1 node (n10)
                deleted 1 node (n10)
                """,
                screen.printed());
        assertEquals(
                "n3-n9 are no nodes\nn3-n9 are no nodes\nn9 is no node\nn8, n9 are no nodes\n", screen.complained());
    }

    @Test
    public void showingCommandsSayWhatIsMissingOfARange() throws Exception {
        for (String command : List.of("node-list", "node-status", "node-show", "boot-show", "boot-list")) {
            screen = new FakeScreen();
            run(command, "n[1-3]");
            assertTrue(screen.complained(), screen.complained().startsWith("n3 is no node\n"));
        }
        screen = new FakeScreen();
        run("node-list", "--json", "n[1-3]");
        assertTrue(screen.printed(), screen.printed().startsWith("["));
        assertEquals("n3 is no node\n", screen.complained());
        assertEquals("No node is named n[3-4]", sentence("node-list", "n[3-4]"));
    }

    @Test
    public void setsSettings() throws Exception {
        run("node-set", "capsule=debian-12@2", "method=", "n1", "n2");
        assertEquals("set capsule=debian-12@2 method= for 2 nodes (n1, n2)\n", screen.printed());
        assertEquals("debian-12@2", node("n1").settings().get(new SettingKey("capsule")));
    }

    @Test
    public void anUnknownCapsuleIsSetOnlyByForce() throws Exception {
        assertEquals("there is no capsule 'new': use one of debian-12@2", sentence("node-set", "capsule=new", "n1"));
        run("node-set", "--force", "capsule=new", "n1");
        assertEquals("new", node("n1").settings().get(new SettingKey("capsule")));
    }

    @Test
    public void aDryRunShowsOldAndNew() throws Exception {
        run("node-set", "--dry-run", "method=stateless-ram", "n1");
        assertTrue(screen.printed(), screen.printed().contains("n1    method  -        nfs-root       stateless-ram"));
        assertEquals(List.of(), site.registry.authors);
    }

    @Test
    public void aSettingOfAModuleThatTheNodeDoesNotGetIsRemarked() throws Exception {
        site.declared.add(declared("sysctl", "sysctl", Optional.empty()));
        site.declared.add(declared("name-form", "hostname", Optional.of("short")));
        run("node-set", "--force", "sysctl=vm.swappiness=1", "n1", "n2");
        assertEquals("set sysctl=vm.swappiness=1 for 2 nodes (n1, n2)\n", screen.printed());
        String why = "it is read by the module sysctl, which the setting modules leaves out";
        assertEquals("sysctl has no effect now: " + why + ": 2 nodes (n1, n2)\n", screen.complained());
        screen = new FakeScreen();
        run("node-show", "n1");
        assertTrue(screen.printed(), screen.printed().contains("  ! sysctl has no effect: " + why + "\n"));
        assertTrue(screen.printed(), screen.printed().matches("(?s).*name-form +short +default\n.*"));
        screen = new FakeScreen();
        run("node-show", "--json", "n1");
        assertTrue(screen.printed(), screen.printed().contains("\"noEffect\": \"" + why + "\""));
        assertTrue(screen.printed(), screen.printed().contains("\"from\": \"default\""));
        screen = new FakeScreen();
        run("node-set", "--force", "modules=hostname,sysctl", "n1");
        run("group-set", "--force", "sysctl=vm.swappiness=2", "rack1");
        assertEquals("sysctl has no effect now: " + why + ": 1 node (n2)\n", screen.complained());
        screen = new FakeScreen();
        run("node-set", "modules=hostname", "n1");
        assertEquals("sysctl has no effect now: " + why + ": 1 node (n1)\n", screen.complained());
    }

    @Test
    public void nodesAreExportedForSlurm() throws Exception {
        site.hardware.put(FakeSite.mac(1), new NodeHardware(2, 16, 2, 257_400));
        run("node-export", "--slurm", "n[1-2]");
        assertEquals(
                """
                NodeName=n1 NodeAddr=10.10.0.101 CPUs=64 Sockets=2 CoresPerSocket=16 ThreadsPerCore=2 RealMemory=257400
                # n2 has not said what it has: boot it once
                """,
                screen.printed());
    }

    private static DeclaredSetting declared(String key, String reader, Optional<String> standard) {
        return new DeclaredSetting(new SettingKey(key), reader, "anything", List.of(), standard, "for tests", false);
    }

    @Test
    public void settingWithoutNodesIsAUsageError() throws Exception {
        assertEquals(2, refused("node-set", "capsule=debian-12").exitCode());
    }

    @Test
    public void nodesMayTryAgain() throws Exception {
        run("boot-retry", "--dry-run", "n1");
        assertEquals("would let 1 node (n1) try again\n", screen.printed());
        assertEquals(Optional.empty(), NodeSettings.retrySince(node("n1")));
        screen = new FakeScreen();
        run("boot-retry", "n1", "n2");
        assertEquals("2 nodes (n1, n2) may try again: boots that began before do not count\n", screen.printed());
        assertTrue(NodeSettings.retrySince(node("n1")).isPresent());
        assertTrue(NodeSettings.retrySince(node("n2")).isPresent());
    }

    @Test
    public void howOftenANodeTriesIsANumber() throws Exception {
        for (String value : List.of("0", "10", "many", "-1", " 3")) {
            CommandFailure failure = refused("node-set", "retries=" + value, "n1");
            assertTrue(failure.getMessage(), failure.getMessage().endsWith("use a number from 1 to 9"));
        }
        run("node-set", "retries=3", "n1");
        assertEquals("3", node("n1").settings().get(NodeSettings.RETRIES));
    }

    @Test
    public void settingsThatNobodyReadsAreRefusedInEachCommand() throws Exception {
        for (String word : List.of("nmae=foo", "vnfs=debian-12", "enabled=0")) {
            for (String command : List.of("node-set", "group-set")) {
                String target = command.equals("node-set") ? "n1" : "rack1";
                assertTrue(sentence(command, word, target).startsWith("there is no setting '"));
                assertTrue(sentence(command, "--dry-run", word, target).startsWith("there is no setting '"));
            }
        }
        run("node-set", "x-rack=7", "n1");
        run("setting-list");
        assertTrue(screen.printed(), screen.printed().contains("retries"));
        run("setting-list", "--json");
        assertTrue(screen.printed(), screen.printed().contains("\"use\": \"yes or no\""));
    }

    @Test
    public void aLoopIsSaidBelowTheTimeLine() throws Exception {
        for (int i = 1; i <= 4; i++) {
            BootId boot = new BootId(FakeSite.mac(2), i * 10_000L);
            record(boot, NodeState.STARTING, "start the second OS", "");
            if (i < 4) {
                record(boot, NodeState.FAILED, "gone", "it panicked");
            }
        }
        run("boot-show", "n2");
        assertTrue(
                screen.printed(),
                screen.printed().endsWith("\n3 boots in 20 seconds without ready, the last: it panicked\n"));
    }

    @Test
    public void whyTheBootBeforeFailedIsSaidBelowTheTimeLine() throws Exception {
        BootId failed = new BootId(FakeSite.mac(2), 10_000);
        record(failed, NodeState.STARTING, "start the second OS", "");
        record(failed, NodeState.FAILED, "gone", "it panicked");
        run("boot-show", "n2");
        assertFalse(screen.printed(), screen.printed().contains("before failed"));
        record(new BootId(FakeSite.mac(2), 20_000), NodeState.PROVISIONING, "fetch the root", "");
        run("boot-show", "n2");
        assertTrue(screen.printed(), screen.printed().endsWith("\nthe boot before failed: it panicked\n"));
        run("boot-show", "--json", "n2");
        assertTrue(screen.printed(), screen.printed().contains("\"before\": \"the boot before failed: it panicked\""));
    }

    private void record(BootId boot, NodeState state, String step, String detail) {
        site.journal.record(
                boot,
                new BootEvent(
                        Instant.ofEpochMilli(boot.startedMillis()),
                        state,
                        step,
                        Optional.of(detail).filter(text -> !text.isEmpty())),
                false);
    }

    @Test
    public void anotherMachineTakesThePlaceOfANode() throws Exception {
        String settings = node("n2").settings().toString();
        run("node-replace", "--dry-run", "n2", "52:54:00:99:00:01");
        assertEquals("would put 52:54:00:99:00:01 in the place of " + node("n2").mac() + " as n2\n", screen.printed());
        run("node-replace", "n2", node("n10").mac().toString());
        assertTrue(screen.printed(), screen.printed().endsWith(" as n2; n10, as which it was found, is gone\n"));
        assertEquals(settings, node("n2").settings().toString());
        assertEquals(2, refused("node-replace", "n*", "52:54:00:99:00:01").exitCode());
        assertTrue(sentence("node-replace", "n2", "52:54").contains("is not a MAC address"));
    }

    @Test
    public void aNodeIsDisabledAndEnabled() throws Exception {
        run("node-disable", "n1");
        run("group-set", "boot=none", "rack1");
        run("node-enable", "--dry-run", "n1");
        assertEquals("none", node("n1").settings().get(new SettingKey("boot")));
        run("node-enable", "n[1-2]");
        run("node-enable", "n1");
        assertEquals("provision", node("n2").settings().get(new SettingKey("boot")));
        assertEquals(
                """
                disabled 1 node (n1)
                set boot=none for group rack1 with 2 nodes
                would enable 1 node (n1)
                enabled 2 nodes (n1, n2)
                none of them is disabled
                """,
                screen.printed());
    }

    @Test
    public void approvesTheNodesThatAreNot() throws Exception {
        run("node-approve", "n*");
        assertEquals("approved 1 node (n10)\n", screen.printed());
        assertTrue(node("n10").approved());
        run("node-approve", "n*");
        assertTrue(screen.printed().endsWith("all of them are approved already\n"));
    }

    @Test
    public void aDryRunApprovesNothing() throws Exception {
        run("node-approve", "--dry-run", "n10");
        assertEquals("would approve 1 node (n10)\n", screen.printed());
        assertTrue(!node("n10").approved());
    }

    @Test
    public void deletesAfterConfirmation() throws Exception {
        screen.answer = Optional.of("y");
        run("node-delete", "@rack1");
        assertEquals(List.of("Delete 2 nodes (n1, n2)? [y/N] "), screen.questions);
        assertEquals("deleted 2 nodes (n1, n2)\n", screen.printed());
        assertEquals(1, site.registry.snapshot().nodes().size());
    }

    @Test
    public void deletesNothingUnconfirmed() throws Exception {
        screen.answer = Optional.of("n");
        assertEquals("nothing was changed", sentence("node-delete", "n1"));
        run("node-delete", "--dry-run", "n1");
        assertEquals("would delete 1 node (n1)\n", screen.printed());
        assertEquals(3, site.registry.snapshot().nodes().size());
    }

    @Test
    public void yesNeedsNoQuestion() throws Exception {
        run("node-delete", "-y", "n1");
        assertEquals(List.of(), screen.questions);
    }

    @Test
    public void showsNodes() throws Exception {
        run("node-show", "n1", "n2");
        assertTrue(screen.printed().startsWith("node      n1\n"));
        assertTrue(screen.printed().contains("\n\nnode      n2\n"));
        screen = new FakeScreen();
        run("node-show", "--json", "n1");
        assertTrue(screen.printed(), screen.printed().contains("\"boot\": null"));
    }

    @Test
    public void showsTheStateOfNodes() throws Exception {
        run("node-status");
        assertTrue(screen.printed().startsWith("NAME"));
        screen = new FakeScreen();
        run("node-status", "--json", "n1");
        assertTrue(screen.printed().contains("\"state\": \"ready\""));
    }

    @Test
    public void listsGroupsNetworksAndModules() throws Exception {
        for (String command : List.of("group-list", "network-list", "module-list", "vnfs-list")) {
            screen = new FakeScreen();
            run(command);
            assertEquals(command, 1, screen.printed().lines().limit(1).count());
            screen = new FakeScreen();
            run(command, "--json");
            assertTrue(command, screen.printed().startsWith("[\n"));
        }
    }

    @Test
    public void setsSettingsOfAGroup() throws Exception {
        run("group-set", "capsule=debian-12", "rack1");
        assertEquals("set capsule=debian-12 for group rack1 with 2 nodes\n", screen.printed());
        run("group-set", "--dry-run", "capsule=", "@rack1");
        assertTrue(screen.printed().endsWith("would set capsule= for group rack1 with 2 nodes\n"));
        run("group-set", "capsule=debian-12", "rack[1-2]", "@rack*,rack9");
        assertTrue(
                screen.printed().endsWith("set capsule=debian-12 for 3 groups (rack1, rack2, rack9) with 3 nodes\n"));
        assertEquals(2, refused("group-set", "capsule=debian-12").exitCode());
        assertEquals("There is no group shelf*", sentence("group-set", "capsule=debian-12", "shelf*"));
    }

    @Test
    public void importsACapsuleAndPreparesIt() throws Exception {
        run("vnfs-import", "rocky", ".");
        assertEquals(List.of("rocky@1 stateless-ram"), site.library.prepared);
        assertTrue(screen.printed(), screen.printed().startsWith("imported rocky@1: "));
        run("vnfs-import", "--method", "nfs-root", "rocky", ".");
        assertEquals("rocky@2 nfs-root", site.library.prepared.get(1));
        run("vnfs-import", "--no-prepare", "rocky@9.4", ".");
        assertEquals(2, site.library.prepared.size());
    }

    @Test
    public void anUnknownMethodIsRefusedBeforeTheImport() throws Exception {
        assertTrue(sentence("vnfs-import", "--method", "magic", "rocky", ".").startsWith("there is no provisioning"));
        assertEquals(List.of(), site.library.sources);
    }

    @Test
    public void aDryRunImportsNothing() throws Exception {
        run("vnfs-import", "--dry-run", "rocky", ".");
        assertTrue(screen.printed().startsWith("would import rocky@1 from "));
        assertEquals(List.of(), site.library.sources);
    }

    @Test
    public void aCapsuleInUseIsDeletedOnlyByForce() throws Exception {
        assertEquals(
                "nothing was deleted: 1 node (n2) would get debian-12@2: set another capsule first, or add --force",
                sentence("vnfs-delete", "--yes", "debian-12@2"));
        run("vnfs-delete", "--yes", "--force", "debian-12@2");
        assertEquals(List.of(), site.library.capsules());
        assertTrue(sentence("vnfs-delete", "--yes", "debian-12@2").startsWith("there is no capsule"));
    }

    @Test
    public void showsAndListsBoots() throws Exception {
        boot(1, NodeState.READY, "ready");
        run("boot-show", "n1", "n2");
        assertTrue(screen.printed(), screen.printed().contains(": ready after "));
        assertEquals("n2 has not booted yet\n", screen.complained());
        run("boot-list", "--limit", "5");
        run("boot-list", "n1");
        run("boot-list", "--json");
        run("boot-show", "--json", "n1");
        assertTrue(screen.printed().contains("\"events\": ["));
        assertEquals(2, refused("boot-list", "--limit", "0").exitCode());
    }

    @Test(timeout = 60_000)
    public void followsUntilReady() throws Exception {
        Thread node = bootLater(NodeState.READY, "ready");
        run("boot-show", "--wait-for-new", "1", "--timeout", "9");
        node.join();
        assertTrue(screen.printed(), screen.printed().contains("n1 ready after "));
    }

    @Test(timeout = 60_000)
    public void aBootThatFailsIsAFailure() throws Exception {
        Thread node = bootLater(NodeState.FAILED, "failed");
        assertEquals("1 of 1 boot did not end ready", sentence("boot-show", "--follow", "n1"));
        node.join();
    }

    @Test
    public void aTimeoutIsAFailure() throws Exception {
        assertEquals(
                "1 boot did not end within 1.0 s; 1 boot did not begin",
                sentence("boot-show", "--follow", "--timeout", "1", "n1"));
    }

    @Test
    public void followingNeedsSomethingToFollow() throws Exception {
        assertEquals(2, refused("boot-show", "--follow").exitCode());
        assertEquals(2, refused("boot-show", "--wait-for-new", "1", "n1").exitCode());
        assertEquals(2, refused("boot-show", "--timeout", "3", "n1").exitCode());
        assertEquals(2, refused("boot-show", "--wait-for-new", "-1").exitCode());
    }

    @Test
    public void showsTheSite() throws Exception {
        site.counters.put("http.eth1.requests", 3L);
        run("info", "--counters");
        assertTrue(screen.printed().contains("http.eth1.requests      3"));
        screen = new FakeScreen();
        run("info", "--json", "--counters");
        assertTrue(screen.printed().contains("\"http.eth1.requests\": 3"));
    }

    private Thread bootLater(NodeState end, String step) {
        Thread node = new Thread(() -> {
            while (site.journal.listeners.isEmpty()) {
                Thread.onSpinWait();
            }
            boot(1, end, step);
        });
        node.start();
        return node;
    }

    private void boot(int number, NodeState end, String step) {
        Instant now = Instant.now().plusMillis(5);
        BootId id = new BootId(FakeSite.mac(number), now.toEpochMilli());
        site.journal.record(id, new BootEvent(now, NodeState.BOOTING, "DHCP", Optional.empty()), false);
        site.journal.record(id, new BootEvent(now.plusSeconds(9), end, step, Optional.empty()), false);
    }

    private void run(String name, String... arguments) throws Exception {
        try (AutoCloseableSession session =
                new AutoCloseableSession(shell.create(InputStream.nullInputStream(), screen.out(), screen.err()))) {
            session.session.put(Screen.VARIABLE, screen);
            shell.getRegistry()
                    .getCommand("perceus", name)
                    .execute(session.session, new ArrayList<Object>(List.of(arguments)));
        }
    }

    private CommandFailure refused(String name, String... arguments) throws Exception {
        try {
            run(name, arguments);
        } catch (CommandFailure failure) {
            return failure;
        }
        throw new AssertionError(name + " was not refused");
    }

    private String sentence(String name, String... arguments) throws Exception {
        try {
            run(name, arguments);
        } catch (CommandFailure | IllegalArgumentException failure) {
            return failure.getMessage();
        }
        throw new AssertionError(name + " was not refused");
    }

    private Node node(String name) {
        return site.registry.snapshot().node(new Name(name)).orElseThrow();
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(Path.of(folder.getRoot().getPath(), name), content);
    }

    private record AutoCloseableSession(Session session) implements AutoCloseable {
        @Override
        public void close() {
            session.close();
        }
    }
}
