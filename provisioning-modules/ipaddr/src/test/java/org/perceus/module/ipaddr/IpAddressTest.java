package org.perceus.module.ipaddr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class IpAddressTest {
    private static final String UNIT = "/etc/systemd/network/10-perceus.network";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theBootInterfaceKeepsItsAddress() throws Exception {
        assertEquals(
                """
                [Match]
                MACAddress=52:54:00:12:34:56

                [Network]
                Address=10.10.0.100/24
                KeepConfiguration=static
                Gateway=10.10.0.1
                DNS=10.10.0.1
                DNS=10.10.0.2
                Domains=cluster.example
                """,
                run(new TestNode()).file(UNIT));
    }

    @Test
    public void namesAreAskedWhereTheNetworkSays() throws Exception {
        assertEquals(
                "search cluster.example\nnameserver 10.10.0.1\nnameserver 10.10.0.2\n",
                run(new TestNode()).file("/etc/resolv.conf"));
    }

    @Test
    public void withoutADomainNothingIsSearched() throws Exception {
        ScriptRun run = run(new TestNode().withoutDomain());
        assertEquals("nameserver 10.10.0.1\nnameserver 10.10.0.2\n", run.file("/etc/resolv.conf"));
        assertFalse(run.file(UNIT).contains("Domains"));
    }

    @Test
    public void aBareNetworkGivesTheAddressOnly() throws Exception {
        ScriptRun run = run(new TestNode().onBareNetwork());
        assertEquals(
                "[Match]\nMACAddress=52:54:00:12:34:56\n\n[Network]\nAddress=10.10.0.100/24\nKeepConfiguration=static\n",
                run.file(UNIT));
        assertFalse("the capsule's own stays", Files.exists(run.path("/etc/resolv.conf")));
    }

    @Test
    public void theServiceIsEnabled() throws Exception {
        Path link = run(new TestNode()).path("/etc/systemd/system/multi-user.target.wants/systemd-networkd.service");
        assertEquals(
                "/lib/systemd/system/systemd-networkd.service",
                Files.readSymbolicLink(link).toString());
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.getRoot().toPath(), new IpAddress().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
