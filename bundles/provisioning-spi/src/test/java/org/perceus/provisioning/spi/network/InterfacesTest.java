package org.perceus.provisioning.spi.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.Test;
import org.perceus.provisioning.spi.network.InterfaceAddress.Follows;

public class InterfacesTest {
    @Test
    public void nothingIsTheBootCardAlone() {
        assertTrue(read("").isPlain());
        assertTrue(read(" ; ").isPlain());
        assertEquals(List.of("boot"), names(""));
        assertEquals("boot", read("").holder().name());
    }

    @Test
    public void aCardHasItsMacAddressesAndRoutes() {
        Interface card = read("eth1 mac=52-54-00-12-34-5A address=10.20.0.5/24,10.21.0.5/16 mtu=9000"
                        + " route=10.30.0.0/16 via=10.20.0.1 route=10.40.0.0/16 route=default via=10.21.0.1")
                .find("eth1")
                .orElseThrow();
        assertEquals(
                new Interface(
                        "eth1",
                        new InterfaceKind.Card(Optional.of("52:54:00:12:34:5a")),
                        OptionalInt.of(9000),
                        new Addressing.Static(List.of(
                                new InterfaceAddress("10.20.0.5", 24, Follows.NOTHING),
                                new InterfaceAddress("10.21.0.5", 16, Follows.NOTHING))),
                        List.of(
                                new Route("10.30.0.0/16", Optional.of("10.20.0.1")),
                                new Route("10.40.0.0/16", Optional.empty()),
                                new Route("0.0.0.0/0", Optional.of("10.21.0.1")))),
                card);
    }

    @Test
    public void aCardMayBeTheOneOfThatName() {
        assertEquals(
                new InterfaceKind.Card(Optional.empty()),
                read("enp3s0 dhcp").find("enp3s0").orElseThrow().kind());
    }

    @Test
    public void whatIsMadeOfOthersIsBehindThem() {
        assertEquals(
                List.of("boot", "eth1", "bond0", "bond0.12", "br0"),
                names("br0 bridge=bond0.12; bond0.12 vlan=12 on=bond0; bond0 bond=boot,eth1; eth1"));
    }

    @Test
    public void theOutermostHasTheAddressOfTheBootCard() {
        assertEquals("bond0", read("bond0 bond=boot,eth1; eth1").holder().name());
        assertEquals(
                "br0",
                read("bond0 bond=boot,eth1; eth1; br0 bridge=bond0").holder().name());
        assertEquals("boot", read("v vlan=12 on=boot dhcp").holder().name());
    }

    @Test
    public void aBondHasAMode() {
        assertEquals(
                new InterfaceKind.Bond(BondMode.ACTIVE_BACKUP, List.of("eth1")),
                read("eth1; bond0 bond=eth1").find("bond0").orElseThrow().kind());
        assertEquals(
                new InterfaceKind.Bond(BondMode.LACP, List.of("eth1")),
                read("eth1; bond0 bond=eth1 mode=802.3ad")
                        .find("bond0")
                        .orElseThrow()
                        .kind());
    }

    @Test
    public void aBridgeMayBeEmpty() {
        assertEquals(
                new InterfaceKind.Bridge(List.of()),
                read("br0 bridge address=10.9.0.1/24").find("br0").orElseThrow().kind());
    }

    static Interfaces read(String text) {
        assertEquals(text, Optional.empty(), NodeInterfaces.SETTING.problem(text));
        return NodeInterfaces.SETTING.form().read(text).orElseThrow();
    }

    static List<String> names(String text) {
        return read(text).all().stream().map(Interface::name).toList();
    }
}
