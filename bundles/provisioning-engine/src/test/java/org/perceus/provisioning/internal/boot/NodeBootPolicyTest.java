package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.ChangeResult;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.internal.served.FakeInterface;

/** What nodes are told that ask for an address. */
public class NodeBootPolicyTest extends BootPolicyTestCase {
    private List<Ipv4Address> nameServers() throws Exception {
        return lease(ask(Loader.NONE, Architecture.UNKNOWN)).nameServers();
    }

    private static List<String> options(BootAnswer answer) {
        return lease(answer).options().stream().map(Object::toString).toList();
    }

    @Test
    public void aKnownMachineGetsItsAddressAndWhatItBoots() throws Exception {
        assertEquals(
                served(
                        Optional.of(new AddressLease(
                                Samples.ADDRESS,
                                24,
                                Optional.of(Samples.LINK),
                                List.of(Samples.LINK),
                                Optional.of("n0001"),
                                Optional.of("cluster.example"),
                                Duration.ofHours(1),
                                List.of(),
                                true)),
                        "undionly.kpxe"),
                ask(Loader.PXE, Architecture.BIOS));
        assertEquals(List.of("booting firmware: PXE on BIOS"), journal.lines(Samples.MAC));
    }

    @Test
    public void eachCardOfANodeBootsIt() throws Exception {
        registry.with(Samples.withCards("52:54:00:00:00:99 52:54:00:00:00:98=10.10.0.120"));
        var second = (BootAnswer.Serve) ask(unknown());
        assertEquals("it has one address", Samples.ADDRESS, lease(second).address());
        assertEquals(Optional.of("n0001"), lease(second).hostName());
        assertEquals(List.of("booting firmware: PXE on BIOS"), journal.lines(Samples.MAC));
        var third = ask(client(0x525400000098L, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty()));
        assertEquals(
                "a card may have its own", "10.10.0.120", lease(third).address().toString());
        assertTrue(policy.knows(new HardwareAddress(0x525400000098L)));
        assertEquals(List.of(), rig.sightings.list());
    }

    @Test
    public void aNetworkWithoutNameServersHasThisServerWhereItServesDns() throws Exception {
        network(Samples.NETWORK.pool(), List.of(), Samples.NETWORK.options(), Samples.NETWORK.lendsToAll());
        assertEquals(List.of(), nameServers());
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "dns")));
        assertEquals(List.of(Samples.LINK), nameServers());
    }

    @Test
    public void optionsOfTheNetworkAreGivenAndThoseOfANodeInTheirPlace() throws Exception {
        network(
                Samples.NETWORK.pool(),
                Samples.NETWORK.nameServers(),
                Optional.of("mtu=9000; ntp-servers!=10.10.0.5"),
                false);
        assertEquals(List.of("26=2328", "42!=0a0a0005"), options(ask(unknown())));
        registry.with(Samples.node("dhcp-options", "mtu=1500; 224=text:a"));
        assertEquals(List.of("26=05dc", "42!=0a0a0005", "224=61"), options(ask(Loader.NONE, Architecture.UNKNOWN)));
    }

    @Test
    public void aKnownSystemGetsItsAddressAndNothingToBoot() throws Exception {
        assertEquals(Optional.empty(), file(Loader.NONE, Architecture.UNKNOWN));
        assertEquals("it is no boot", List.of(), journal.lines(Samples.MAC));
        policy = policy(TestRelease.missing(folder.getRoot().toPath()));
        assertEquals(Optional.empty(), file(Loader.NONE, Architecture.UNKNOWN));
    }

    @Test
    public void aNodeThatStartsFromItsDiskGetsItsAddressAndNothingToBoot() throws Exception {
        registry.with(Samples.node("boot", "disk"));
        for (Loader loader : List.of(Loader.PXE, Loader.IPXE)) {
            assertEquals(Optional.empty(), file(loader, Architecture.BIOS));
        }
        assertEquals("it is no boot of ours", List.of(), journal.lines(Samples.MAC));
        for (String boot : List.of("rescue", "none", "provision")) {
            registry.with(Samples.node("boot", boot));
            assertTrue(boot, file(Loader.PXE, Architecture.BIOS).isPresent());
        }
        registry.with(Samples.node("boot", "disk", "boot-next", "provision"));
        assertTrue(file(Loader.PXE, Architecture.BIOS).isPresent());
    }

    @Test
    public void anAddressOfAnotherNetworkIsNotGiven() throws Exception {
        String sentence = "node n0001 has the address %s, which is not one of the network it asks on";
        for (String address : List.of("10.11.0.100", "10.10.0.0", "10.10.0.255")) {
            registry.with(Samples.node(Optional.of(Ipv4Address.parse(address)), true));
            assertRefused(sentence.formatted(address), ask(Loader.PXE, Architecture.BIOS));
        }
        registry.with(Samples.node());
        registry.withoutNetworks();
        assertRefused(sentence.formatted("10.10.0.100"), ask(Loader.PXE, Architecture.BIOS));
        assertEquals(List.of(), journal.lines(Samples.MAC));
    }

    @Test
    public void theServersOwnAddressIsNotGiven() throws Exception {
        own.add(Samples.ADDRESS);
        for (Loader loader : List.of(Loader.PXE, Loader.NONE)) {
            assertIgnored("node n0001 has 10.10.0.100, this server's own address", ask(loader, Architecture.BIOS));
        }
        assertEquals(List.of(), journal.lines(Samples.MAC));
    }

    @Test
    public void aNodeWithoutAddressIsGivenOne() throws Exception {
        registry.with(Samples.node(Optional.empty(), true));
        registry.discoverWith(CompletableFuture.completedFuture(new ChangeResult.Changed(List.of(Samples.node()))));
        assertEquals(Samples.ADDRESS, lease(ask(Loader.PXE, Architecture.BIOS)).address());
    }
}
