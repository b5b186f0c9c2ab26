package org.perceus.module.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.testkit.TestNode;

public class NetworkManagerInterfacesTest {
    private static final String PROFILE = "/etc/NetworkManager/system-connections/perceus";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aCardHasAddressesAndRoutes() throws Exception {
        assertEquals(
                """
                [connection]
                id=perceus-eth1
                uuid=UUID
                type=ethernet
                autoconnect=true
                autoconnect-priority=999
                autoconnect-retries=0

                [ethernet]
                mac-address=52:54:00:00:00:01
                mtu=9000

                [ipv4]
                method=manual
                address1=10.20.0.5/24
                route1=10.30.0.0/16,10.20.0.1
                route2=10.40.0.0/16

                [ipv6]
                method=link-local
                """,
                profile(
                        "eth1 mac=52:54:00:00:00:01 mtu=9000 address=10.20.0.5/24 route=10.30.0.0/16 via=10.20.0.1 route=10.40.0.0/16",
                        "-eth1"));
    }

    @Test
    public void aBondOfTheBootCardHasItsAddressAndMac() throws Exception {
        String interfaces = "eth1 mac=52:54:00:00:00:01; bond0 bond=boot,eth1 mode=802.3ad mtu=9000";
        assertEquals(
                """
                [connection]
                id=perceus-bond0
                uuid=UUID
                type=bond
                interface-name=bond0
                autoconnect=true
                autoconnect-priority=999
                autoconnect-retries=0
                autoconnect-slaves=1

                [ethernet]
                cloned-mac-address=52:54:00:12:34:56
                mtu=9000

                [bond]
                mode=802.3ad
                miimon=100

                [ipv4]
                method=manual
                address1=10.10.0.100/24,10.10.0.1
                dns=10.10.0.1;10.10.0.2;
                dns-search=cluster.example;

                [ipv6]
                method=auto
                """,
                profile(interfaces, "-bond0"));
        for (String part : new String[] {"", "-eth1"}) {
            String profile = profile(interfaces, part);
            assertTrue(profile, profile.contains("\nmaster=UUID\nslave-type=bond\n\n[ethernet]\nmac-address="));
            assertEquals(-1, profile.indexOf("[ipv4]"));
        }
    }

    @Test
    public void aPartNamesTheProfileOfTheWhole() throws Exception {
        Rendered node = managed("eth1; bond0 bond=eth1; v vlan=12 on=bond0");
        String uuid =
                node.file(PROFILE + "-bond0.nmconnection").split("uuid=")[1].split("\n")[0];
        assertTrue(node.file(PROFILE + "-eth1.nmconnection").contains("\nmaster=" + uuid + "\n"));
        assertTrue(node.file(PROFILE + "-v.nmconnection").contains("\n[vlan]\nid=12\nparent=" + uuid + "\n"));
    }

    @Test
    public void aCardAsksForALease() throws Exception {
        assertTrue(profile("eth1 dhcp", "-eth1")
                .contains("\nmethod=auto\nignore-auto-routes=true\nnever-default=true\nignore-auto-dns=true\n"));
        assertTrue(profile("eth1 dhcp route=default", "-eth1")
                .contains("\nmethod=auto\nignore-auto-routes=false\nnever-default=false\nignore-auto-dns=true\n"));
        assertTrue(
                profile("eth1 dhcp route=default via=10.20.0.1", "-eth1")
                        .contains(
                                "\nignore-auto-routes=true\nnever-default=false\nignore-auto-dns=true\nroute1=0.0.0.0/0,10.20.0.1\n"));
    }

    @Test
    public void aBridgeForwardsAtOnce() throws Exception {
        assertTrue(profile("br0 bridge=boot", "-br0").contains("\n[bridge]\nstp=false\nforward-delay=0\n"));
    }

    @Test
    public void allAreManagedOrLeft() throws Exception {
        String settings = "/etc/NetworkManager/conf.d/90-perceus.conf";
        String interfaces = "eth1; eth2 mac=52:54:00:00:00:02; bond0 bond=boot,eth1";
        assertEquals(
                "[keyfile]\nunmanaged-devices+=interface-name:perceus-none;except:mac:52:54:00:12:34:56;except:interface-name:eth1;except:mac:52:54:00:00:00:02;except:interface-name:bond0\n",
                managed(interfaces).file(settings));
        assertEquals(
                "[keyfile]\nunmanaged-devices+=mac:52:54:00:12:34:56;interface-name:eth1;mac:52:54:00:00:00:02;interface-name:bond0\n",
                Rendered.of(folder, new TestNode().withoutTree().with("interfaces", interfaces))
                        .file(settings));
    }

    private String profile(String interfaces, String suffix) throws Exception {
        return managed(interfaces)
                .file(PROFILE + suffix + ".nmconnection")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID");
    }

    private Rendered managed(String interfaces) throws Exception {
        return Rendered.of(
                folder,
                new TestNode()
                        .withoutTree()
                        .with(NetworkConfigurator.NETWORK_MANAGER)
                        .with("interfaces", interfaces));
    }
}
