package org.perceus.module.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.network.Route;
import org.perceus.provisioning.testkit.TestNode;

public class NodeNetworkTest {
    @Test
    public void aRootOverTheNetworkKeepsItsCard() throws Exception {
        for (String interfaces :
                List.of("eth1; bond0 bond=eth1,boot", "bond0 bridge=boot", "bond0 bond=boot; br0 bridge=bond0")) {
            refuses(
                    "makes the boot card a part of bond0, and the node has its root over that card",
                    new TestNode(),
                    interfaces);
            NodeNetwork.of(new TestNode().withoutTree().with("interfaces", interfaces));
        }
        NodeNetwork.of(new TestNode().with("interfaces", "boot mtu=9000; v vlan=12 on=boot; eth1; bond0 bond=eth1"));
    }

    @Test
    public void theBootCardHasOneName() {
        refuses(
                "has eth1 for the card that the node is booted by: call it boot",
                new TestNode(),
                "eth1 mac=52:54:00:12:34:56");
    }

    @Test
    public void anAddressFollowsTheNode() throws Exception {
        NodeNetwork network = NodeNetwork.of(new TestNode()
                .with("interfaces", "eth1 address=10.20.0.0/16+host,10.21.0.0/16+number; boot address=10.22.0.7/24"));
        assertEquals(
                List.of("10.20.0.100/16", "10.21.0.1/16"),
                network.addresses(network.others().get(0)));
        assertEquals(List.of("10.10.0.100/24", "10.22.0.7/24"), network.addresses(network.boot()));
    }

    @Test
    public void anAddressThatIsNotTheNodesOwnIsRefused() {
        refuses(
                "10.20.0.0/26+host for eth1, which gives n0001 with 10.10.0.100/24 no address of its own",
                new TestNode(),
                "eth1 address=10.20.0.0/26+host");
        refuses("no address of its own", new TestNode(), "eth1 address=10.10.0.0/24+host");
        refuses("no address of its own", new TestNode(), "eth1 address=10.10.0.100/16");
    }

    @Test
    public void aServerBehindTheRouterIsReachedByIt() throws Exception {
        NodeNetwork network = NodeNetwork.of(elsewhere());
        assertEquals(Optional.empty(), network.gateway());
        assertEquals(List.of(), network.routes(network.boot()));
        network = NodeNetwork.of(elsewhere().withServer("10.99.0.1"));
        assertEquals(List.of(new Route("10.99.0.1/32", Optional.of("10.10.0.1"))), network.routes(network.boot()));
        NodeNetwork usual = NodeNetwork.of(new TestNode());
        assertEquals(Optional.of("10.10.0.1"), usual.gateway());
        assertEquals(List.<Route>of(), usual.routes(usual.boot()));
    }

    @Test
    public void aVlanHasTheAddressThatTheNodeIsBootedBy() throws Exception {
        for (String interfaces : List.of("", "boot.12 vlan=12 on=boot mtu=1400", "v13 vlan=13 on=boot")) {
            NodeNetwork network = NodeNetwork.of(new TestNode().onVlan(12).with("interfaces", interfaces));
            assertEquals(interfaces, "boot.12", network.holder().name());
            assertEquals(interfaces, List.of("10.10.0.100/24"), network.addresses(network.holder()));
            assertEquals(interfaces, List.of(), network.addresses(network.boot()));
        }
        NodeNetwork bonded = NodeNetwork.of(
                new TestNode().withoutTree().onVlan(12).with("interfaces", "eth1; bond0 bond=boot,eth1"));
        assertEquals(List.of("bond0"), bonded.holder().kind().below());
    }

    @Test
    public void thatVlanHasOneName() {
        refuses(
                "has v12 for the VLAN 12 that the node is booted by: call it boot.12",
                new TestNode().onVlan(12),
                "v12 vlan=12 on=boot");
        refuses("has boot.12 for something else", new TestNode().onVlan(12), "eth1; boot.12 vlan=7 on=eth1");
    }

    private static TestNode elsewhere() {
        return new TestNode().with("interfaces", "eth1 address=10.20.0.5/24 route=default via=10.20.0.1");
    }

    private static void refuses(String words, TestNode node, String interfaces) {
        String sentence = assertThrows(
                        ProvisioningException.class, () -> NodeNetwork.of(node.with("interfaces", interfaces)))
                .getMessage();
        assertTrue(sentence, sentence.contains(words));
    }
}
