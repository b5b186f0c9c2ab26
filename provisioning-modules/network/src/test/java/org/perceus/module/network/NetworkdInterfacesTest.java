package org.perceus.module.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.testkit.TestNode;

public class NetworkdInterfacesTest {
    private static final String FOLDER = "/etc/systemd/network/00-perceus";
    private static final String CARD =
            "[Match]\nMACAddress=52:54:00:00:00:01\nPermanentMACAddress=52:54:00:00:00:01\nKind=!*\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aCardHasAddressesAndRoutes() throws Exception {
        Rendered node = rendered("eth1 mac=52:54:00:00:00:01 mtu=9000 address=10.20.0.5/24"
                + " route=10.30.0.0/16 via=10.20.0.1 route=10.40.0.0/16");
        assertEquals(
                CARD
                        + """

                        [Link]
                        MTUBytes=9000
                        RequiredForOnline=no

                        [Network]
                        Address=10.20.0.5/24
                        IPv6AcceptRA=no

                        [Route]
                        Destination=10.30.0.0/16
                        Gateway=10.20.0.1

                        [Route]
                        Destination=10.40.0.0/16
                        Scope=link
                        """,
                node.file(FOLDER + "-eth1.network"));
        assertEquals(
                "the boot card is as it was", rendered("").file(FOLDER + ".network"), node.file(FOLDER + ".network"));
        assertEquals("card eth1 52:54:00:00:00:01\n", node.file("/etc/perceus/interfaces"));
    }

    @Test
    public void aCardAsksForALease() throws Exception {
        String unit = rendered("eth1 dhcp").file(FOLDER + "-eth1.network");
        assertTrue(unit, unit.startsWith("[Match]\nName=eth1\nKind=!*\n"));
        assertTrue(unit, unit.contains("\nDHCP=ipv4\n"));
        assertTrue(unit, unit.endsWith("\n[DHCPv4]\nUseRoutes=no\nUseDNS=no\nUseHostname=no\n"));
        assertTrue(rendered("eth1 dhcp route=default")
                .file(FOLDER + "-eth1.network")
                .contains("\nUseRoutes=yes\n"));
        assertTrue(rendered("eth1 dhcp route=10.30.0.0/16 via=10.20.0.1")
                .file(FOLDER + "-eth1.network")
                .contains("\nDestination=10.30.0.0/16\nGateway=10.20.0.1\nGatewayOnLink=yes\n"));
    }

    @Test
    public void aBondOfTheBootCardHasItsAddressAndMac() throws Exception {
        Rendered node = rendered("eth1 mac=52:54:00:00:00:01; bond0 bond=boot,eth1");
        assertEquals(
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=52:54:00:12:34:56\n\n[Bond]\nMode=active-backup\nMIIMonitorSec=100ms\n",
                node.file(FOLDER + "-bond0.netdev"));
        String plain = rendered("").file(FOLDER + ".network");
        assertEquals(
                "[Match]\nName=bond0\n" + plain.substring(plain.indexOf("\n[Network]")),
                node.file(FOLDER + "-bond0.network"));
        String part =
                "\n[Link]\nRequiredForOnline=no\n\n[Network]\nBond=bond0\nLinkLocalAddressing=no\nIPv6AcceptRA=no\n";
        assertEquals(plain.substring(0, plain.indexOf("\n[Network]")) + part, node.file(FOLDER + ".network"));
        assertEquals(
                "a card in a bond has the MAC of the bond",
                CARD.replace("00:01\nPerm", "00:01 52:54:00:12:34:56\nPerm") + part,
                node.file(FOLDER + "-eth1.network"));
    }

    @Test
    public void aVlanIsSaidWhereItIsOn() throws Exception {
        Rendered node = rendered("bond0.12 vlan=12 on=boot address=10.12.0.0/16+host");
        assertEquals("[NetDev]\nName=bond0.12\nKind=vlan\n\n[VLAN]\nId=12\n", node.file(FOLDER + "-bond0.12.netdev"));
        assertTrue(node.file(FOLDER + "-bond0.12.network").contains("\nAddress=10.12.0.100/16\n"));
        assertTrue(node.file(FOLDER + ".network").endsWith("Domains=cluster.example\nVLAN=bond0.12\n"));
    }

    @Test
    public void theVlanThatBootedHasTheAddress() throws Exception {
        Rendered node = Rendered.of(folder, new TestNode().onVlan(12));
        assertEquals("[NetDev]\nName=boot.12\nKind=vlan\n\n[VLAN]\nId=12\n", node.file(FOLDER + "-boot.12.netdev"));
        String plain = rendered("").file(FOLDER + ".network");
        assertEquals(
                "[Match]\nName=boot.12\n" + plain.substring(plain.indexOf("\n[Network]")),
                node.file(FOLDER + "-boot.12.network"));
        assertEquals(
                plain.substring(0, plain.indexOf("\n[Network]"))
                        + "\n[Link]\nRequiredForOnline=no\n\n[Network]\nIPv6AcceptRA=no\nVLAN=boot.12\n",
                node.file(FOLDER + ".network"));
    }

    @Test
    public void aBridgeNeedsNothingPluggedIn() throws Exception {
        Rendered node = rendered("br0 bridge address=10.9.0.1/24");
        assertEquals(
                "[NetDev]\nName=br0\nKind=bridge\n\n[Bridge]\nSTP=no\nForwardDelaySec=10ms\n",
                node.file(FOLDER + "-br0.netdev"));
        assertTrue(node.file(FOLDER + "-br0.network").contains("\nConfigureWithoutCarrier=yes\n"));
    }

    @Test
    public void whereAnotherManagesItLeavesAll() throws Exception {
        Rendered node = Rendered.of(
                folder,
                new TestNode()
                        .withoutTree()
                        .with(NetworkConfigurator.IFUPDOWN)
                        .with("interfaces", "eth1 mac=52:54:00:00:00:01; bond0 bond=boot,eth1"));
        assertEquals("[Match]\nName=bond0\n\n[Link]\nUnmanaged=yes\n", node.file(FOLDER + "-bond0.network"));
        assertTrue(node.file(FOLDER + "-eth1.network").endsWith("\n[Link]\nUnmanaged=yes\n"));
        assertFalse(node.has(FOLDER + "-bond0.netdev"));
    }

    private Rendered rendered(String interfaces) throws Exception {
        return Rendered.of(folder, new TestNode().withoutTree().with("interfaces", interfaces));
    }
}
