package org.perceus.provisioning.spi.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;

public class InterfaceRefusalTest {
    private static final String MAC = "mac=52:54:00:00:00:01";

    @Test
    public void namesAreThoseOfLinux() {
        for (String name : List.of(
                "a/b",
                "../x",
                "-x",
                "1",
                "0x",
                "sixteen-letters-",
                "$(reboot)",
                "\u00e9th0",
                "lo",
                "all",
                "default",
                "a%d",
                "'x'")) {
            refuses("is no name of an interface", name + " dhcp");
        }
        refuses("is no name of an interface", "bond0 bond=boot,,eth1");
        refuses("is no name of an interface", "bond0 bond=boot,");
    }

    @Test
    public void everyNameIsThereOnce() {
        refuses("there are two entries for eth1: leave one", "eth1; eth1 dhcp");
        refuses("there are two entries for boot: leave one", "boot mtu=9000; boot");
    }

    @Test
    public void whatOthersAreMadeOfHasAnEntry() {
        refuses("bond0 is made of eth7, which has no entry: add one, such as 'eth7 mac=", "bond0 bond=boot,eth7");
        refuses("v is made of eth7, which has no entry", "v vlan=1 on=eth7");
    }

    @Test
    public void nothingStandsOnItself() {
        refuses("a, b stand on each other in a circle", "a vlan=1 on=b; b vlan=2 on=a");
        refuses("a stand on each other in a circle", "a bridge=a");
        refuses("stand on each other in a circle", "a vlan=1 on=br; br bridge=bond; bond bond=a");
    }

    @Test
    public void numbersHaveTheirRange() {
        for (String id : List.of("0", "4095", "-1", "012", "", "x", "99999999999999999999")) {
            refuses("is no id of a VLAN: use a number from 1 to 4094", "v vlan=" + id + " on=boot");
        }
        for (String mtu : List.of("67", "65536", "9k", "")) {
            refuses("is no MTU: use a number from 68 to 65535", "eth1 mtu=" + mtu);
        }
    }

    @Test
    public void addressesAreThoseOfMachines() {
        for (String address : List.of(
                "224.0.0.1/24",
                "127.0.0.2/8",
                "0.1.2.3/8",
                "255.255.255.255/32",
                "240.0.0.1/4",
                "256.1.1.1/24",
                "10.20.0.010/24")) {
            refuses("is no IPv4 address of a machine", "eth1 address=" + address);
        }
        refuses("10.20.0.0 stands for the network", "eth1 address=10.20.0.0/24");
        refuses("10.20.0.255 stands for the network", "eth1 address=10.20.0.255/24");
        refuses("is no length of a prefix: use a number from 1 to 32", "eth1 address=10.20.0.5/33");
        refuses("is no length of a prefix: use a number from 1 to 32", "eth1 address=10.20.0.5/0");
        refuses(
                "10.20.0.5/24 is no network: use its first address in front of +host",
                "eth1 address=10.20.0.5/24+host");
        for (String address : List.of("", "10.20.0.5", "dhcp", "10.20.0.5/24+x", "fd00::1/64", "10.20.0.5/24,")) {
            refuses("is no address: use one such as 10.20.0.5/24", "eth1 address=" + address);
        }
    }

    @Test
    public void macsAreThoseOfCards() {
        for (String mac : List.of(
                "",
                "52:54:00:12:34",
                "01:00:5e:00:00:01",
                "ff:ff:ff:ff:ff:ff",
                "00:00:00:00:00:00",
                "zz:54:00:12:34:56")) {
            refuses("is no MAC address of a card", "eth1 mac=" + mac);
        }
        refuses("eth1 and eth2 both have the MAC 52:54:00:00:00:01", "eth1 " + MAC + "; eth2 " + MAC);
    }

    @Test
    public void whatIsTwiceIsRefused() {
        refuses("a and b both have the VLAN 12 on boot", "a vlan=12 on=boot; b vlan=12 on=boot");
        refuses("bond0 and br0 both have the part eth1", "eth1; bond0 bond=eth1; br0 bridge=eth1");
        refuses("bond0 has the part eth1 twice: leave one", "eth1; bond0 bond=eth1,eth1");
        refuses("a and b both have the address 10.1.0.5", "a address=10.1.0.5/24; b address=10.1.0.5/16");
        refuses(
                "a and b both have the address 10.1.0.0/16+host",
                "a address=10.1.0.0/16+host; b address=10.1.0.0/16+host");
        refuses(
                "a and b both have the route default",
                "a address=10.1.0.5/24 route=default via=10.1.0.1; b dhcp route=default");
        refuses("eth1 has mtu twice: leave one", "eth1 mtu=1500 mtu=9000");
        refuses("eth1 has both address= and dhcp: leave one", "eth1 dhcp address=10.1.0.5/24");
    }

    @Test
    public void anInterfaceIsOneThing() {
        refuses("x is several things", "x bond=boot vlan=1 on=boot");
        refuses("x needs vlan=ID and on=INTERFACE together", "x vlan=1");
        refuses("x needs vlan=ID and on=INTERFACE together", "x on=boot");
        refuses("x has mode= and is no bond", "x mode=802.3ad");
        refuses("'fast' is no mode of a bond: use one of balance-rr, active-backup", "eth1; x bond=eth1 mode=fast");
        refuses("boot is the card that the node is booted by", "boot " + MAC);
        refuses("x has 'adress': use mac=", "x adress=10.1.0.5/24");
    }

    @Test
    public void whatIsAPartHasNothingOfItsOwn() {
        refuses("eth1 is a part of bond0: give addresses and routes to bond0", "eth1 dhcp; bond0 bond=eth1");
        refuses("boot is a part of br0: give addresses and routes to br0", "boot address=10.1.0.5/24; br0 bridge=boot");
        refuses("eth1 is a part of bond0: give mtu to bond0", "eth1 mtu=9000; bond0 bond=eth1");
        refuses("eth1 is a part of bond0: put VLANs on bond0", "eth1; bond0 bond=eth1; v vlan=1 on=eth1");
        refuses("both are bridges", "a bridge=b; b bridge");
        refuses("bond0 is a bond, and v is no card", "v vlan=1 on=boot; bond0 bond=v");
        refuses("bond0 is a bond of nothing", "bond0 bond=");
    }

    @Test
    public void theAddressOfTheBootCardIsTheRegistrys() {
        refuses("boot has the address of the boot card, which the registry gives", "boot dhcp");
        refuses("bond0 has the address of the boot card", "bond0 bond=boot dhcp");
    }

    @Test
    public void routesLeadSomewhere() {
        refuses("eth1 has routes and no address", "eth1 route=10.30.0.0/16 via=10.20.0.1");
        refuses("which is in none of its networks", "eth1 address=10.1.0.5/24 route=10.30.0.0/16 via=10.20.0.1");
        refuses("'10.30.0.1/16' is no network: use its first address", "eth1 dhcp route=10.30.0.1/16");
        refuses("without a route=NETWORK in front of it", "eth1 dhcp via=10.20.0.1");
        refuses("without via=GATEWAY", "eth1 address=10.1.0.5/24 route=default");
        refuses("is no IPv4 address of a machine", "eth1 dhcp route=default via=x");
    }

    @Test
    public void aVlanIsNoWiderThanWhatItIsOn() {
        refuses("v has a larger mtu than boot, which has 1500: give boot one as large", "v vlan=1 on=boot mtu=9000");
        assertEquals(
                2,
                InterfacesTest.names("boot mtu=9000; v vlan=1 on=boot mtu=9000").size());
    }

    @Test
    public void thereIsAnEndToIt() {
        refuses("use at most 64 interfaces", entries(65, "e%d"));
        assertEquals(65, InterfacesTest.names(entries(64, "e%d")).size());
        String routes = IntStream.range(0, 257)
                .mapToObj(i -> " route=10." + i % 2 + "." + i / 2 + ".0/24")
                .collect(Collectors.joining());
        refuses("use at most 256 routes", "a dhcp" + routes);
        refuses("use at most 16384 characters", "x".repeat(1 << 20));
        refuses("use one line", "eth1 dhcp\n[Match]");
        refuses("use one line", "eth1\u0000");
    }

    private static String entries(int count, String form) {
        return IntStream.range(0, count).mapToObj(i -> String.format(form, i)).collect(Collectors.joining(";"));
    }

    private static void refuses(String words, String text) {
        String sentence = NodeInterfaces.SETTING.problem(text).orElse("was taken");
        assertTrue(sentence.substring(0, Math.min(600, sentence.length())) + " <- " + words, sentence.contains(words));
    }
}
