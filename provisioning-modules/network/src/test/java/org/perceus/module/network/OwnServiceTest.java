package org.perceus.module.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.testkit.TestNode;

public class OwnServiceTest {
    private static final String TABLE = "/etc/perceus/interfaces";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void nothingIsWrittenForABootCardAlone() throws Exception {
        for (NetworkConfigurator manager : NetworkConfigurator.values()) {
            assertFalse(Rendered.of(folder, new TestNode().with(manager)).has(TABLE));
        }
    }

    @Test
    public void allIsMadeBeforeItIsUsed() throws Exception {
        assertEquals(
                """
                card eth1 52:54:00:00:00:01
                bond bond0 balance-rr 52:54:00:12:34:56 boot eth1
                mtu bond0 9000
                bridge br0 52:54:00:12:34:56 bond0
                up br0
                vlan br0.13 13 br0
                up br0.13
                card eth2 -
                up eth2
                holder br0
                address br0 10.11.0.1/24
                address br0.13 10.13.0.100/16
                lease eth2
                route br0.13 10.30.0.0/16 10.13.0.1
                """,
                table("br0.13 vlan=13 on=br0 address=10.13.0.0/16+host route=10.30.0.0/16 via=10.13.0.1;"
                        + "br0 bridge=bond0 address=10.11.0.1/24; eth1 mac=52:54:00:00:00:01;"
                        + "bond0 bond=boot,eth1 mode=balance-rr mtu=9000; eth2 dhcp"));
    }

    @Test
    public void theVlanThatBootedIsMadeOnTheBootCard() throws Exception {
        Rendered rendered = Rendered.of(
                folder, new TestNode().with(NetworkConfigurator.IFUPDOWN).onVlan(12));
        assertEquals("up boot\nvlan boot.12 12 boot\nup boot.12\nholder boot.12\n", rendered.file(TABLE));
        assertEquals(
                List.of(List.of("install_address", Rendered.MAC, "10.10.0.100/24", "10.10.0.1")),
                rendered.calls("install_address"));
    }

    @Test
    public void everythingGoesOneWay() throws Exception {
        TestNode node =
                own("boot route=10.40.0.0/16 via=10.10.0.7; eth1 address=10.20.0.5/24 route=default via=10.20.0.1");
        Rendered rendered = Rendered.of(folder, node);
        assertEquals(
                "the router of the boot network is not asked",
                List.of(List.of("install_address", Rendered.MAC, "10.10.0.100/24", "")),
                rendered.calls("install_address"));
        assertEquals(
                "card eth1 -\nup eth1\naddress eth1 10.20.0.5/24\nroute boot 10.40.0.0/16 10.10.0.7\nroute eth1 0.0.0.0/0 10.20.0.1\n",
                rendered.file(TABLE));
        assertEquals("card eth1 -\nup eth1\nlease eth1 default\n", table("eth1 dhcp route=default"));
    }

    private String table(String interfaces) throws Exception {
        return Rendered.of(folder, own(interfaces)).file(TABLE);
    }

    private static TestNode own(String interfaces) {
        return new TestNode().withoutTree().with(NetworkConfigurator.IFUPDOWN).with("interfaces", interfaces);
    }
}
