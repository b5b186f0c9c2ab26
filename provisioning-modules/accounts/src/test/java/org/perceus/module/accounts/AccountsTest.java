package org.perceus.module.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class AccountsTest {
    private static final String TABLE = "/usr/lib/perceus/accounts";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path passwd;
    private Path group;
    private ServerWatch server;
    private Accounts accounts;

    @Before
    public void start() throws Exception {
        passwd = folder.newFile("passwd").toPath();
        group = folder.newFile("group").toPath();
        Files.writeString(
                passwd,
                """
                root:x:0:0:root:/root:/bin/bash
                games:x:5:60:games:/usr/games:/usr/sbin/nologin
                carol:x:2001:2001:Carol \u00c4,,,:/home/carol:/bin/zsh
                dave:$6$secret:2002:100::/home/dave:
                far:x:70000:70000::/home/far:/bin/sh
                +::::::
                bad name:x:2003:2003::/home/x:/bin/sh
                dots:x:2004:2004::/home/../etc:/bin/sh
                """);
        Files.writeString(group, "root:x:0:\ncarol:x:2001:\nhpc:secret:3000:carol,dave,b d\nfar:x:70000:\n");
        server = new ServerWatch(passwd, group, Duration.ofMillis(10));
        accounts = new Accounts(server);
    }

    @After
    public void stop() {
        accounts.stop();
    }

    @Test
    public void accountsHaveWhatIsUsualUnlessItIsSaid() throws Exception {
        ScriptRun run = run(new TestNode()
                .with("accounts", "alice:1001; bob:1002:100:/srv/bob:/bin/bash;c.d-e:1003::/data/c")
                .with("accounts-groups", "hpc:2000:alice,bob; video::alice; empty:2001"));
        assertEquals(
                """
                alice:x:1001:1001::/home/alice:/bin/sh
                bob:x:1002:100::/srv/bob:/bin/bash
                c.d-e:x:1003:1003::/data/c:/bin/sh
                """,
                run.file(TABLE));
        assertEquals(
                "hpc:x:2000:alice,bob\nvideo:x::alice\nempty:x:2001:\nalice:x:1001:\nc.d-e:x:1003:\n",
                run.file(TABLE + "-groups"));
        assertEquals("no\n", run.file(TABLE + "-homes"));
    }

    @Test
    public void groupsAloneAreEnough() throws Exception {
        ScriptRun run = run(new TestNode().with("accounts-groups", "hpc:2000").with("accounts-homes", "yes"));
        assertEquals("", run.file(TABLE));
        assertEquals("hpc:x:2000:\n", run.file(TABLE + "-groups"));
        assertEquals("yes\n", run.file(TABLE + "-homes"));
    }

    @Test
    public void thoseOfTheServerInARangeComeBehind() throws Exception {
        awaitServer("4 users");
        ScriptRun run =
                run(new TestNode().with("accounts", "alice:1001; dave:1500").with("accounts-of-server", "2000-60000"));
        assertEquals(
                """
                alice:x:1001:1001::/home/alice:/bin/sh
                dave:x:1500:1500::/home/dave:/bin/sh
                carol:x:2001:2001:Carol \u00c4,,,:/home/carol:/bin/zsh
                """,
                run.file(TABLE));
        assertEquals(
                "carol:x:2001:\nhpc:x:3000:carol,dave\nalice:x:1001:\ndave:x:1500:\n", run.file(TABLE + "-groups"));
    }

    @Test
    public void theServersOwnGroupOfAnAccountIsTaken() throws Exception {
        Files.writeString(group, "alice:x:2500:carol\n");
        awaitServer("1 groups");
        ScriptRun run = run(new TestNode().with("accounts", "alice:2500").with("accounts-of-server", "2500-2600"));
        assertEquals("alice:x:2500:carol\n", run.file(TABLE + "-groups"));
    }

    @Test
    public void noPasswordLeavesTheServer() throws Exception {
        awaitServer("4 users");
        String script = accounts.render(new TestNode().with("accounts-of-server", "1-2147483647"))
                .text();
        assertTrue(script, script.contains("far:x:70000:70000"));
        assertTrue(script, !script.contains("secret") && !script.contains("root:"));
    }

    @Test
    public void linesThatAreNoAccountsAreTold() throws Exception {
        awaitServer("3 lines of " + passwd + " are passed over, the first of them line 6");
    }

    @Test
    public void aChangeOfTheServerIsSeen() throws Exception {
        awaitServer("4 users");
        Files.writeString(passwd, Files.readString(passwd) + "erin:x:2005:100::/home/erin:/bin/sh\n");
        awaitServer("5 users");
    }

    @Test
    public void nodesWaitForATableThatIsMissing() throws Exception {
        Files.delete(group);
        awaitServer("cannot be read");
        assertRefused(
                "accounts-of-server needs the server's users and groups: they cannot be read",
                "accounts-of-server",
                "1-2");
        run(new TestNode().with("accounts", "alice:1001"));
    }

    @Test
    public void aTableOfTenThousandsIsRefused() throws Exception {
        Files.writeString(
                passwd,
                IntStream.range(1, 20_002)
                        .mapToObj(id -> "u" + id + ":x:" + id + ":" + id + "::/home/u:/bin/sh\n")
                        .collect(Collectors.joining()));
        awaitServer("more than 20000 entries");
        Files.writeString(passwd, "x".repeat(5 << 20));
        awaitServer("more than 4 MiB");
    }

    @Test
    public void twoOfOneNameOrNumberAreRefused() {
        assertRefused("the account a is there twice", "accounts", "a:1001; a:1002");
        assertRefused("the accounts a and b have one number, 1001", "accounts", "a:1001; b:1001");
        assertRefused("the group g is there twice", "accounts-groups", "g:1; g::x");
        assertRefused("the groups g and h have one number, 7", "accounts-groups", "g:7; h:7");
    }

    @Test
    public void aNodeWithoutAccountsGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), accounts.render(new TestNode()));
        assertEquals(NodeScript.nothing(), accounts.render(new TestNode().with("accounts-homes", "yes")));
    }

    @Test
    public void whatIsNoAccountIsRefused() {
        List<String> wrong = new ArrayList<>(HostileText.values());
        // nothing is a list of none
        wrong.removeIf(String::isBlank);
        wrong.addAll(List.of(
                "alice",
                "alice:",
                "alice:0",
                "alice:-1",
                "alice:01",
                "alice:4294967296",
                "alice:2147483648",
                "alice:1001:0",
                "-x:1001",
                "a b:1001",
                "\u00e4:1001",
                "a".repeat(33) + ":1001",
                "alice:1001:1001:home",
                "alice:1001:1001:/home/../etc",
                "alice:1001:1001:/home/./x",
                "alice:1001:1001:/..",
                "alice:1001:1001:/home/a b",
                "alice:1001:1001:/home/$(x)",
                "alice:1001:1001:/home/alice:/bin/sh\nroot:x:0:0::/:/bin/sh",
                "alice:1001:1001:/home/alice:/bin/sh:x",
                "alice:1001:1001:/" + "x".repeat(1 << 20),
                "x".repeat(1 << 20)));
        wrong.forEach(value -> assertRefused("use a list, separated by semicolons, each NAME:UID", "accounts", value));
        for (String value : List.of(
                "hpc", "hpc:", "hpc:x", "hpc:0", "hpc:1:a,", "hpc:1:a b", "hpc:1:$(x)", "hpc:1:a\nb", "hpc:1:a:b")) {
            assertRefused("use a list, separated by semicolons, each NAME:GID", "accounts-groups", value);
        }
        for (String value : List.of("1000", "0-1", "2-1", "1-2147483648", "-1-2", "1-2-3", "a-b")) {
            assertRefused("use a range of numbers", "accounts-of-server", value);
        }
        assertRefused("use yes or no", "accounts-homes", "make");
    }

    private void assertRefused(String sentence, String key, String value) {
        TestNode node = new TestNode().with(key, value);
        String said = assertThrows(value, ProvisioningException.class, () -> accounts.render(node))
                .getMessage();
        assertTrue(said, said.contains(sentence));
    }

    private void awaitServer(String remark) throws InterruptedException {
        while (!accounts.remark().contains(remark)) {
            Thread.sleep(5);
        }
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run =
                ScriptRun.of(folder.newFolder().toPath(), accounts.render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
