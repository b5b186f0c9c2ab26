package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeScreen;

/** Commands that set what nodes and groups have. */
public class SettingCommandsTest extends CommandsTestCase {
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
        assertEquals(List.of(), site.registry.authors());
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
    public void settingWithoutNodesIsAUsageError() throws Exception {
        assertEquals(2, refused("node-set", "capsule=debian-12").exitCode());
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
    public void whatOneNodeAloneCanHaveIsForNoGroupAndNotForSeveralNodes() throws Exception {
        site.sharingObjections.put(new SettingKey("x-slot"), "two nodes in one slot");
        run("node-set", "x-slot=7", "n1");
        for (String dry : List.of("--force", "--dry-run")) {
            boolean forced = dry.equals("--force");
            for (List<String> words : List.of(
                    List.of("node-set", dry, "x-slot=7", "n1", "n2"), List.of("group-set", dry, "x-slot=7", "rack1"))) {
                String command = words.get(0);
                String[] rest = words.subList(1, words.size()).toArray(String[]::new);
                if (forced) {
                    run(command, rest);
                } else {
                    assertEquals("two nodes in one slot", sentence(command, rest));
                }
            }
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

    private static DeclaredSetting declared(String key, String reader, Optional<String> standard) {
        return new DeclaredSetting(new SettingKey(key), reader, "anything", List.of(), standard, "for tests", false);
    }
}
