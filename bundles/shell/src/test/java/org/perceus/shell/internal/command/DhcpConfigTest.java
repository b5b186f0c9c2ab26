package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.provisioning.BootPrograms.Program;
import org.perceus.shell.internal.dhcp.Reservation;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;

/** What other DHCP servers are told; the suite boots machines by each of them. */
public class DhcpConfigTest extends CommandsTestCase {
    @Before
    public void serve() {
        site.interfaces.add(FakeSite.serving("eth1", "tftp", "http"));
        site.programs.add(new Program(new Firmware(Loader.PXE, Architecture.BIOS), "undionly.kpxe"));
        site.programs.add(new Program(new Firmware(Loader.UEFI_HTTP, Architecture.UEFI_X64), "snponly.efi"));
    }

    @Test
    public void dnsmasqIsToldByTags() throws Exception {
        run("dhcp-config", "dnsmasq");
        assertEquals(
                List.of(
                        "dhcp-userclass=set:perceus-ipxe,iPXE",
                        "dhcp-boot=tag:perceus-ipxe,http://10.10.0.1:9870/boot/ipxe",
                        "dhcp-vendorclass=set:perceus-http,HTTPClient",
                        "dhcp-option-force=tag:perceus-http,option:vendor-class,HTTPClient",
                        "dhcp-match=set:perceus-bios,option:client-arch,0",
                        "dhcp-match=set:perceus-bios,option:client-arch,20",
                        "dhcp-boot=tag:!perceus-ipxe,tag:!perceus-http,tag:perceus-bios,undionly.kpxe,,10.10.0.1",
                        "dhcp-match=set:perceus-uefi-x64-http,option:client-arch,7",
                        "dhcp-match=set:perceus-uefi-x64-http,option:client-arch,9",
                        "dhcp-match=set:perceus-uefi-x64-http,option:client-arch,16",
                        "dhcp-boot=tag:!perceus-ipxe,tag:perceus-http,tag:perceus-uefi-x64-http,"
                                + "http://10.10.0.1:9870/boot/snponly.efi",
                        "dhcp-host=52:54:00:00:00:01,10.10.0.101,n1",
                        "dhcp-host=52:54:00:00:00:02,10.10.0.102,n2",
                        "dhcp-host=52:54:00:00:00:0a,10.10.0.110,n10"),
                screen.printed().lines().toList());
    }

    @Test
    public void keaIsToldByMembersOfItsObject() throws Exception {
        run("dhcp-config", "kea");
        JsonObject dhcp4 = JsonParser.parseString("{" + screen.printed() + "}").getAsJsonObject();
        assertEquals(3, dhcp4.getAsJsonArray("client-classes").size());
        JsonObject bios = dhcp4.getAsJsonArray("client-classes").get(1).getAsJsonObject();
        assertEquals("undionly.kpxe", bios.get("boot-file-name").getAsString());
        assertEquals(
                "not member('perceus-ipxe') and substring(option[60].hex, 0, 9) == 'PXEClient'"
                        + " and (option[93].hex == 0x0000 or option[93].hex == 0x0014)",
                bios.get("test").getAsString());
        JsonObject reservation = dhcp4.getAsJsonArray("reservations").get(0).getAsJsonObject();
        assertEquals("10.10.0.101", reservation.get("ip-address").getAsString());
    }

    @Test
    public void dhcpdIsToldByConditions() throws Exception {
        run("dhcp-config", "--interface", "eth1", "dhcpd");
        assertTrue(
                screen.printed(),
                screen.printed()
                        .contains("} elsif substring(option vendor-class-identifier, 0, 9) = \"PXEClient\" and"
                                + " (option perceus-arch = 00:00 or option perceus-arch = 00:14) {\n"
                                + "  filename \"undionly.kpxe\";\n"));
        assertTrue(
                screen.printed(),
                screen.printed().contains("host n1 { hardware ethernet 52:54:00:00:00:01; fixed-address 10.10.0.101;"));
    }

    @Test
    public void cardsWithAddressesOfTheirOwnAreReservedToo() {
        Node node = new Node(
                MacAddress.parse("52:54:00:00:00:01"),
                new Name("n1"),
                new Name("default"),
                Optional.of(Ipv4Address.parse("10.10.0.101")),
                true,
                new TreeMap<>(),
                NetworkCard.parse("52:54:00:00:00:11 52:54:00:00:00:12=10.20.0.5,10.10.0.112,10.10.0.255"));
        assertEquals(
                List.of("n1 52:54:00:00:00:01 10.10.0.101", "n1-2 52:54:00:00:00:12 10.10.0.112"),
                Reservation.of(node, Subnet.parse("10.10.0.0/24"))
                        .map(one -> one.label() + " " + one.mac() + " " + one.address())
                        .toList());
    }

    @Test
    public void whatIsMissingIsSaid() throws Exception {
        assertTrue(refused("dhcp-config", "udhcpd").getMessage().contains("use kea, dhcpd, dnsmasq"));
        assertTrue(refused("dhcp-config", "--interface", "eth9", "kea")
                .getMessage()
                .contains("no provisioning interface 'eth9': use eth1"));
        site.interfaces.add(FakeSite.serving("eth2", "tftp"));
        assertTrue(refused("dhcp-config", "kea").getMessage().contains("--interface (eth1, eth2)"));
        site.programs.clear();
        assertTrue(refused("dhcp-config", "--interface", "eth1", "kea")
                .getMessage()
                .contains("no Perceus OS is installed"));
        site.interfaces.clear();
        screen = new FakeScreen();
        assertTrue(refused("dhcp-config", "kea").getMessage().contains("no provisioning interface is up"));
    }
}
