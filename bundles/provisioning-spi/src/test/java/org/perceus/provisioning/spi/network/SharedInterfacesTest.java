package org.perceus.provisioning.spi.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class SharedInterfacesTest {
    @Test
    public void whatFollowsTheNodeIsForAll() {
        for (String text : List.of(
                "",
                "eth1 address=10.20.0.0/16+host,10.21.0.0/16+number; v12 vlan=12 on=boot dhcp",
                "bond0 bond=boot,eth1 mode=802.3ad; eth1; br0 bridge",
                "boot mtu=9000 route=10.30.0.0/16 via=10.10.0.1",
                "* eth0:[default]/[default] eth1(MTU=9000):10.20.0.[nodenum]/255.255.0.0 eth2:dhcp")) {
            assertEquals(text, Optional.empty(), NodeInterfaces.SETTING.sharingProblem(text));
        }
    }

    @Test
    public void aFixedAddressIsForOneNode() {
        for (String text : List.of(
                "eth1 address=10.20.3.5/16",
                "eth1 address=10.21.0.0/16+host,10.20.3.5/16",
                "eth1 dhcp; v12 vlan=12 on=eth1 address=10.20.3.5/16",
                "* eth0:[default]/[default] eth1:10.20.3.5/255.255.0.0")) {
            String problem = NodeInterfaces.SETTING.sharingProblem(text).orElseThrow();
            assertTrue(
                    problem,
                    problem.contains(" would have the address 10.20.3.5 on each of the nodes: use 10.20.0.0/16+host "));
            assertTrue(problem, problem.contains(", or 10.20.0.0/16+number "));
        }
    }

    @Test
    public void aCardWithAMacIsOfOneNode() {
        String problem = NodeInterfaces.SETTING
                .sharingProblem("store mac=52:54:00:12:34:56 dhcp")
                .orElseThrow();
        assertTrue(
                problem,
                problem.contains("store is the card with the MAC 52:54:00:12:34:56, which one of the nodes has"));
    }

    @Test
    public void whatIsNoValueIsNotJudged() {
        assertEquals(Optional.empty(), NodeInterfaces.SETTING.sharingProblem("$(reboot)"));
    }
}
