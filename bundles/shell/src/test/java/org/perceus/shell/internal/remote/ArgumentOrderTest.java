package org.perceus.shell.internal.remote;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.perceus.shell.internal.command.Catalogue;
import org.perceus.shell.internal.screen.CommandFailure;

public class ArgumentOrderTest {
    @Test
    public void optionsComeFirst() {
        assertEquals(
                List.of("--limit", "3", "--json", "n1", "n2"),
                order("boot-list", "n1", "--limit", "3", "n2", "--json"));
    }

    @Test
    public void valuesMayFollowAnEqualsSign() {
        assertEquals(List.of("--limit=3", "n1"), order("boot-list", "n1", "--limit=3"));
    }

    @Test
    public void aValueMayLookLikeAnOption() {
        assertEquals(List.of("--name", "--x", "mac"), order("node-add", "mac", "--name", "--x"));
    }

    @Test
    public void aliasesAreOptionsToo() {
        assertEquals(List.of("-y", "n1"), order("node-delete", "n1", "-y"));
    }

    @Test
    public void behindTwoHyphensAllAreArguments() {
        assertEquals(List.of("--json", "n1", "--x"), order("node-list", "--json", "n1", "--", "--x"));
    }

    @Test
    public void anEqualsSignWithinAnArgumentIsNoOption() {
        assertEquals(List.of("kernel-args=--x=y", "n1"), order("node-set", "kernel-args=--x=y", "n1"));
    }

    @Test
    public void whatDoesNotFitIsAUsageError() {
        assertEquals("node show: <nodes> is missing", refusal("node-show"));
        assertEquals("vnfs import: <path> is missing", refusal("vnfs-import", "name"));
        assertEquals("node add: 'n7' is too much", refusal("node-add", "mac", "n7"));
        assertEquals("node list: there is no option --xyzzy", refusal("node-list", "--xyzzy"));
        assertEquals("node list: the option --json takes no value", refusal("node-list", "--json=yes"));
        assertEquals("boot list: the option --limit needs a value", refusal("boot-list", "--limit"));
    }

    private static List<String> order(String command, String... words) {
        return ArgumentOrder.of(syntax(command), List.of(words));
    }

    private static String refusal(String command, String... words) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> order(command, words));
        assertEquals(2, failure.exitCode());
        assertTrue(failure.getMessage().endsWith(" --help' shows what it takes"));
        return failure.getMessage().replaceFirst(": 'perceus .*", "");
    }

    private static CommandSyntax syntax(String command) {
        return CommandSyntax.of(Catalogue.action(command).orElseThrow());
    }
}
