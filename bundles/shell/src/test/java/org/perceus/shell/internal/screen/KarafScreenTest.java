package org.perceus.shell.internal.screen;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.junit.After;
import org.junit.Test;
import org.perceus.administration.Account;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;
import org.perceus.shell.testing.KarafShell;

public class KarafScreenTest {
    private final FakeSite site = FakeSite.sample();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final Session session = KarafShell.with(site).create(InputStream.nullInputStream(), stream, stream);

    @After
    public void close() {
        session.close();
    }

    @Test
    public void withoutATerminalThereIsNoWidthAndNobodyToAsk() throws InterruptedException {
        Screen screen = Screen.of(session);
        assertEquals(0, screen.width());
        assertEquals(Optional.empty(), screen.ask("Sure? "));
    }

    @Test
    public void theUserIsTheSessions() {
        session.put("USER", "bob");
        assertEquals("bob", Screen.of(session).account().name());
        session.put("USER", null);
        assertEquals(
                new Account("karaf", Account.Origin.CONSOLE), Screen.of(session).account());
    }

    @Test
    public void withoutAHistoryTheCommandIsNotKnown() {
        assertEquals("Karaf shell", Screen.of(session).commandLine());
    }

    @Test
    public void pathsStartFromTheSessionsFolder() {
        session.currentDir(Path.of("/tmp"));
        assertEquals(Path.of("/tmp/nodes.csv"), Screen.of(session).resolve("nodes.csv"));
        assertEquals(Path.of("/etc/hosts"), Screen.of(session).resolve("/etc/hosts"));
    }

    @Test
    public void aRemoteScreenGoesFirst() {
        FakeScreen remote = new FakeScreen();
        session.put(Screen.VARIABLE, remote);
        assertSame(remote, Screen.of(session));
    }

    @Test
    public void theKarafShellLeavesSettingsAndNodesAsTheyAre() throws Exception {
        FakeScreen screen = new FakeScreen();
        session.put(Screen.VARIABLE, screen);
        session.execute("perceus:node-set capsule=debian-12 'kernel-args=console=ttyS0 quiet' n1 @rack2");
        assertEquals("set capsule=debian-12 kernel-args=console=ttyS0 quiet for 2 nodes (n1, n10)\n", screen.printed());
        assertEquals(
                "console=ttyS0 quiet",
                site.registry
                        .snapshot()
                        .node(new Name("n1"))
                        .orElseThrow()
                        .settings()
                        .get(new SettingKey("kernel-args")));
    }

    @Test
    public void theKarafShellLeavesRangesAsTheyAre() {
        session.put(Screen.VARIABLE, new FakeScreen());
        assertEquals("No node is named n[0001-0099,0120]", refusal("perceus:node-list n[0001-0099,0120]"));
        assertEquals("No node is named m[2-4]", refusal("perceus:node-list n[1-3],m[2-4]"));
        assertEquals("No node is named m[2-4]", refusal("perceus:node-list n1 m[2-4]"));
        assertEquals("No node is named m[2-4]", refusal("perceus:node-set capsule=debian-12 n1 m[2-4]"));
        assertEquals(
                "'1-10/2' has a step, which ranges cannot have: write each number as in [1,3,5]",
                refusal("perceus:node-list n[1-10/2]"));
        assertEquals("The range 10-1 ends before it begins: write it as 1-10", refusal("perceus:node-list n[10-1]"));
        assertEquals(
                "The brackets [] are empty: write numbers in them as in [0001-0099,0120]",
                refusal("perceus:node-list n[]"));
        assertEquals("No node is named m*", refusal("perceus:node-list n*,m*"));
    }

    private String refusal(String line) {
        return assertThrows(CommandFailure.class, () -> session.execute(line)).getMessage();
    }
}
