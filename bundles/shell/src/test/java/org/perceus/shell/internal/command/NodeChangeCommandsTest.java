package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.node.SettingKey;

/** Commands that change which nodes there are and what they do. */
public class NodeChangeCommandsTest extends CommandsTestCase {
    @Test
    public void addsANode() throws Exception {
        run("node-add", "--name", "N7", "--address", "10.10.0.7", "--group", "rack9", "52-54-00-00-00-07");
        assertEquals("added n7: 52:54:00:00:00:07, 10.10.0.7, group rack9\n", screen.printed());
        assertEquals(List.of(new Author("alice", "perceus test")), site.registry.authors());
    }

    @Test
    public void aMalformedMacIsNoNode() throws Exception {
        String sentence = sentence("node-add", "52:54");
        assertTrue(sentence, sentence.startsWith("'52:54' is not a MAC address"));
        assertEquals(List.of(), site.registry.authors());
    }

    @Test
    public void aDryRunAddsNothing() throws Exception {
        run("node-add", "--dry-run", "52:54:00:00:00:07");
        assertEquals("would add n0000: 52:54:00:00:00:07, 10.10.0.100, group default\n", screen.printed());
        assertEquals(3, site.registry.snapshot().nodes().size());
    }

    @Test
    public void whatTheRegistryRejectsIsSaid() throws Exception {
        assertEquals(
                "nothing was added: 52:54:00:00:00:01 is node n1 already", sentence("node-add", "52:54:00:00:00:01"));
        assertEquals(
                "nothing was changed: The name n2 belongs to 52:54:00:00:00:02 already",
                sentence("node-set", "name=n2", "n1"));
    }

    @Test
    public void aDryRunSaysWhatTheRegistryRejects() throws Exception {
        for (List<String> words : List.of(
                List.of("node-add", "52:54:00:00:00:01"),
                List.of("node-set", "address=banana", "n1"),
                List.of("group-set", "name=foo", "rack1"))) {
            String[] rest = words.subList(1, words.size()).toArray(String[]::new);
            List<String> dry = new ArrayList<>(words.subList(1, words.size()));
            dry.add(0, "--dry-run");
            assertEquals(sentence(words.get(0), rest), sentence(words.get(0), dry.toArray(String[]::new)));
        }
        assertEquals(List.of(), site.registry.authors());
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
        assertEquals(List.of(), site.registry.authors());
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
    public void theKeyIsShownThatAnApprovedNodeIsTiedTo() throws Exception {
        site.keys.put(node("n10").mac(), "SHA256:abc");
        run("node-approve", "n*");
        assertEquals(
                "approved 1 node (n10)\nn10 is tied to the key that its machine shows: SHA256:abc\n", screen.printed());
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
}
