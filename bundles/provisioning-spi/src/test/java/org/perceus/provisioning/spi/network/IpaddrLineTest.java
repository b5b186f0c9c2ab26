package org.perceus.provisioning.spi.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class IpaddrLineTest {
    @Test
    public void theLineThatPerceusCameWithIsReadButForItsLookUp() {
        assertTrue(InterfacesTest.read("* eth0:[default]/[default]").isPlain());
        assertTrue(InterfacesTest.read("eth0:[hostfile]/[default]/[default]").isPlain());
        refuses(
                "eth1 has '[default:NAME-NIC]', which would be looked up",
                "* eth0:[default]/[default] eth1:[default:NAME-NIC]/255.255.0.0");
        refuses("eth1 has no netmask", "* eth0:[default]/[default] eth1:[default:NAME-NIC]/[default:eth1]");
    }

    @Test
    public void itMeansTheSameAsOurs() {
        same("eth1 address=10.20.0.5/16 route=default via=10.20.0.1", "n0001 eth1:10.20.0.5/255.255.0.0/10.20.0.1");
        same("eth1 dhcp", "n00* eth1:dhcp");
        same("eth1 mac=52:54:00:12:34:56 mtu=9000 dhcp", "eth1(MTU=9000&HWADDR=52:54:00:12:34:56):dhcp");
        same("eth1 address=10.20.3.0/24+number", "* eth1:10.20.3.[nodenum]/255.255.255.0");
        same("boot mtu=9000; eth1 dhcp; eth2", "eth0(MTU=9000):[default]/[default] eth1:dhcp eth2");
    }

    @Test
    public void anAliasIsOneMoreAddress() {
        same("eth1 address=10.20.0.5/24,10.21.0.5/24", "eth1:10.20.0.5/255.255.255.0 eth1_1:10.21.0.5/255.255.255.0");
        same("boot address=10.21.0.5/24", "eth0:[default]/[default] eth0_1:10.21.0.5/255.255.255.0");
        refuses("an alias of eth1 stands in front of eth1", "eth1_1:10.21.0.5/255.255.255.0");
    }

    @Test
    public void whatIsNotUnderstoodIsNamed() {
        refuses("'BOOTPROTO=none' is an option of Perceus 1.x that is not known here", "eth1(BOOTPROTO=none):dhcp");
        refuses("eth1 has no netmask", "eth1:10.20.0.5/255.0.255.0");
        refuses("eth1 has no netmask", "eth1:10.20.0.5/0.0.0.0");
        refuses("there are two entries for boot", "eth0:[default]/[default] eth1:[default]/[default]");
        refuses("is no IPv4 address of a machine", "eth1:$(reboot)/255.0.0.0");
        refuses("is not DEVICE:IP/NETMASK", "eth1:dhcp 'x'");
    }

    private static void same(String ours, String theirs) {
        assertEquals(theirs, InterfacesTest.read(ours), InterfacesTest.read(theirs));
    }

    private static void refuses(String words, String text) {
        String sentence = NodeInterfaces.SETTING.problem(text).orElse("was taken");
        assertTrue(sentence, sentence.contains(words));
    }
}
