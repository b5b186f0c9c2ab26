package org.perceus.module.hosts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;
import org.perceus.provisioning.testkit.TestRegisteredNode;

public class HostsTest {
    private static final String OWN =
            """
            127.0.0.1 localhost
            ::1 localhost ip6-localhost ip6-loopback
            10.10.0.100 n0001.cluster.example n0001
            """;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aNodeFindsItself() throws Exception {
        assertEquals(OWN, hosts(others()));
    }

    @Test
    public void withoutADomainTheNameStandsAlone() throws Exception {
        assertTrue(hosts(others().withoutDomain()).endsWith("\n10.10.0.100 n0001\n"));
    }

    @Test
    public void aNodeFindsThoseOfItsGroup() throws Exception {
        assertEquals(OWN + "10.10.0.101 n0002.cluster.example n0002\n", hosts(others().with("hosts", "group")));
    }

    @Test
    public void aNodeFindsAllThatHaveAnAddress() throws Exception {
        assertEquals(
                OWN + "10.10.0.101 n0002.cluster.example n0002\n10.10.0.102 n0003.cluster.example n0003\n",
                hosts(others().with("hosts", "all")));
    }

    @Test
    public void otherInterfacesHaveNames() throws Exception {
        TreeMap<String, String> settings = new TreeMap<>(Map.of("interfaces", "ib0 address=10.20.0.0/16+number"));
        TestNode node = new TestNode()
                .with("interfaces", "bond0.12 vlan=12 on=boot address=10.12.0.0/16+host")
                .beside(new TestRegisteredNode(
                        "n0002", "02:00:00:00:00:02", "rack1", Optional.of("10.10.0.101"), settings));
        String own = OWN + "10.12.0.100 n0001-bond0-12.cluster.example n0001-bond0-12\n";
        assertEquals(own, hosts(node));
        assertEquals(
                own + "10.10.0.101 n0002.cluster.example n0002\n10.20.0.2 n0002-ib0.cluster.example n0002-ib0\n",
                hosts(node.with("hosts", "all")));
    }

    @Test
    public void everybodyMayReadThem() throws Exception {
        ScriptRun run = run(new TestNode());
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path("/etc/hosts"))));
    }

    @Test
    public void tenThousandNodesAreLessThanAScriptMayHave() throws Exception {
        TestNode node = new TestNode().with("hosts", "all");
        for (int i = 0; i < 10_000; i++) {
            node.beside(
                    other("node-with-a-long-name-" + i, i, "rack1", Optional.of("10.100." + i / 250 + "." + i % 250)));
        }
        int length = new Hosts().render(node).text().length();
        assertTrue(length + " bytes", length < 1 << 20);
    }

    @Test
    public void aNodeThatWantsItselfAloneLooksAtNoOther() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        NodeView node = (NodeView) Proxy.newProxyInstance(
                NodeView.class.getClassLoader(), new Class<?>[] {NodeView.class}, (proxy, method, arguments) -> {
                    looks.addAndGet(method.getName().equals("nodes") ? 1 : 0);
                    return method.invoke(others(), arguments);
                });
        assertTrue(new Hosts().render(node).text().contains("n0001"));
        assertEquals(0, looks.get());
    }

    @Test
    public void anotherWordIsRefused() {
        String sentence = assertThrows(
                        ProvisioningException.class, () -> new Hosts().render(new TestNode().with("hosts", "$(every)")))
                .getMessage();
        assertEquals("the setting hosts is '$(every)': use one of own, group, all", sentence);
    }

    private static TestNode others() {
        return new TestNode()
                .beside(other("n0002", 2, "rack1", Optional.of("10.10.0.101")))
                .beside(other("n0003", 3, "rack2", Optional.of("10.10.0.102")))
                .beside(other("n0004", 4, "rack1", Optional.empty()));
    }

    private static TestRegisteredNode other(String name, int number, String group, Optional<String> address) {
        String mac = String.format("02:00:00:00:%02x:%02x", number >> 8, number & 255);
        return new TestRegisteredNode(name, mac, group, address, new TreeMap<>());
    }

    private String hosts(TestNode node) throws Exception {
        return run(node).file("/etc/hosts");
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new Hosts().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
