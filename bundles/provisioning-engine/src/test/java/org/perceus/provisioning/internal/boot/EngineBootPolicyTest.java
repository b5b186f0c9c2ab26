package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootClient.Purpose;
import org.perceus.boot.BootProgram;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.module.testing.FakeClock;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.config.FakeConfig;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.option.SiteOptions;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.internal.served.FakeInterface;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.Fate;
import org.perceus.provisioning.internal.stranger.StrangerRig;

public class EngineBootPolicyTest {
    private static final MacAddress UNKNOWN = MacAddress.parse("52:54:00:00:00:99");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeJournal journal = new FakeJournal();
    private final PlainRequests requests = new PlainRequests(new FakeClock());
    private final FakeRegistry registry = new FakeRegistry().with(Samples.node());
    private final ServedInterfaces interfaces = new ServedInterfaces();
    private final Set<Ipv4Address> own = new HashSet<>();
    private final FakeClock clock = new FakeClock();
    private final StrangerRig rig = new StrangerRig(registry, interfaces, clock);
    private ClaimAuthority claims;
    private EngineBootPolicy policy;

    @Before
    public void start() throws Exception {
        claims = new ClaimAuthority(FakeConfig.in(folder.getRoot().toPath()), journal);
        policy = policy(TestRelease.installed(folder.getRoot().toPath().resolve("perceus-os")));
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
    public void noProgramOfAnotherMachineIsOfferedToUBoot() throws Exception {
        String why = "it is Arm with U-Boot, for which Perceus OS has no boot program that U_BOOT loads";
        BootClient arm = client(UNKNOWN.value(), Loader.U_BOOT, Architecture.ARM_UBOOT, Samples.LINK, Optional.empty());
        assertEquals(why, missing(ask(arm)));
        assertEquals(why, rig.sightings.list().get(0).sentence());
        assertBootless(
                "x86 with a BIOS, for which Perceus OS has no boot program that U_BOOT loads",
                ask(Loader.U_BOOT, Architecture.BIOS));
        assertEquals("no boot begins", List.of(), journal.lines(Samples.MAC));
    }

    @Test
    public void withoutTftpPxeIsOfferedNothingAndHttpBootIs() throws Exception {
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "http")));
        String why = "n0001 boots by PXE, which loads its program by TFTP, and eth1 serves no TFTP";
        BootAnswer rom = ask(Loader.PXE, Architecture.UEFI_X64);
        assertEquals(why, missing(rom));
        assertEquals(Samples.ADDRESS, lease(rom).address());
        assertEquals(why, rig.sightings.list().get(0).sentence());
        assertEquals("no boot begins", List.of(), journal.lines(Samples.MAC));
        BootAnswer.Serve http = (BootAnswer.Serve) ask(Loader.UEFI_HTTP, Architecture.UEFI_X64);
        assertEquals(
                Optional.of(Samples.SERVER + "/boot/snponly.efi"),
                http.program().file());
        assertEquals("it is served after all", List.of(), rig.sightings.list());
        BootAnswer.Serve ipxe = (BootAnswer.Serve) ask(Loader.IPXE, Architecture.UEFI_X64);
        assertTrue(ipxe.program().file().isPresent());
        leaveTheAddressesToAnother();
        assertIgnored(why, beside(Samples.MAC, Loader.PXE, Architecture.BIOS));
    }

    @Test
    public void besideAnotherServerMachinesAreToldWhatToBoot() throws Exception {
        leaveTheAddressesToAnother();
        assertEquals(served(Optional.empty(), "undionly.kpxe"), beside(Samples.MAC, Loader.PXE, Architecture.BIOS));
        assertEquals(List.of("booting firmware: PXE on BIOS"), journal.lines(Samples.MAC));
        assertEquals(
                served(Optional.empty(), Samples.SERVER + "/boot/ipxe"),
                beside(Samples.MAC, Loader.IPXE, Architecture.BIOS));
        assertEquals(
                served(Optional.empty(), Samples.SERVER + "/boot/snponly.efi"),
                beside(UNKNOWN, Loader.UEFI_HTTP, Architecture.UEFI_X64));
        assertEquals("nothing is kept of who is no node", List.of(), journal.lines(UNKNOWN));
        assertIgnored(
                "it is x86 with 32-bit UEFI, for which Perceus OS has no boot program that PXE loads",
                beside(UNKNOWN, Loader.PXE, Architecture.UEFI_IA32));
        registry.with(Samples.node("boot", "disk"));
        assertIgnored("n0001 starts from its disk", beside(Samples.MAC, Loader.PXE, Architecture.BIOS));
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
    public void aPoolBesideAnotherServerIsAMistake() throws Exception {
        assertIgnored(
                "network cluster has a pool, but its interface leaves the addresses to another server",
                beside(UNKNOWN, Loader.PXE, Architecture.BIOS));
    }

    @Test
    public void whatAPacketAsksForIsNoAddressWhereAnotherServerGivesThem() throws Exception {
        leaveTheAddressesToAnother();
        registry.with(Samples.node().at(Optional.empty()));
        assertIgnored(
                "node n0001 has no address",
                ask(client(
                        Samples.MAC.value(),
                        Loader.PXE,
                        Architecture.BIOS,
                        Samples.LINK,
                        Optional.of(Samples.ADDRESS))));
    }

    /** The sample with other values, alone. */
    private void network(
            Optional<AddressRange> pool, List<Ipv4Address> nameServers, Optional<String> options, boolean lendsToAll) {
        Network cluster = Samples.NETWORK;
        registry.withoutNetworks();
        registry.with(new Network(
                cluster.name(),
                cluster.subnet(),
                pool,
                cluster.router(),
                nameServers,
                cluster.domain(),
                cluster.lease(),
                options,
                lendsToAll));
    }

    private void leaveTheAddressesToAnother() {
        network(
                Optional.empty(),
                Samples.NETWORK.nameServers(),
                Samples.NETWORK.options(),
                Samples.NETWORK.lendsToAll());
    }

    private BootAnswer beside(MacAddress mac, Loader loader, Architecture architecture) throws Exception {
        return ask(new BootClient(
                new HardwareAddress(mac.value()),
                new Firmware(loader, architecture),
                Samples.LINK,
                Optional.empty(),
                1,
                Purpose.FIND,
                DhcpRole.PROXY,
                Samples.SERVER));
    }

    @Test
    public void aNetworkWithoutNameServersHasThisServerWhereItServesDns() throws Exception {
        network(Samples.NETWORK.pool(), List.of(), Samples.NETWORK.options(), Samples.NETWORK.lendsToAll());
        assertEquals(List.of(), nameServers());
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "dns")));
        assertEquals(List.of(Samples.LINK), nameServers());
    }

    private List<Ipv4Address> nameServers() throws Exception {
        return lease(ask(Loader.NONE, Architecture.UNKNOWN)).nameServers();
    }

    @Test
    public void eachFirmwareGetsItsProgram() throws Exception {
        assertEquals(Optional.of("undionly.kpxe"), file(Loader.PXE, Architecture.UNKNOWN));
        assertEquals(Optional.of("snponly.efi"), file(Loader.PXE, Architecture.UEFI_X64));
        assertEquals(Optional.of("snponly-arm64.efi"), file(Loader.PXE, Architecture.UEFI_ARM64));
        String base = Samples.SERVER + "/boot/";
        assertEquals(Optional.of(base + "snponly.efi"), file(Loader.UEFI_HTTP, Architecture.UEFI_X64));
        assertEquals(Optional.of(base + "snponly-arm64.efi"), file(Loader.UEFI_HTTP, Architecture.UEFI_ARM64));
    }

    @Test
    public void httpFirmwareNeverGetsAProgramForABios() throws Exception {
        for (Architecture architecture : List.of(Architecture.UNKNOWN, Architecture.BIOS)) {
            assertBootless(
                    architecture.machine() + ", for which Perceus OS has no boot program that UEFI_HTTP loads",
                    ask(Loader.UEFI_HTTP, architecture));
        }
    }

    @Test
    public void noMachineGetsAProgramOfAnother() throws Exception {
        for (Architecture architecture : List.of(
                Architecture.UEFI_IA32,
                Architecture.UEFI_ARM32,
                Architecture.ARM_UBOOT,
                Architecture.POWER,
                Architecture.UEFI_RISCV,
                Architecture.UEFI_LOONGARCH,
                Architecture.OTHER)) {
            for (Loader loader : List.of(Loader.PXE, Loader.UEFI_HTTP, Loader.IPXE)) {
                assertBootless(
                        architecture.machine() + ", for which Perceus OS has no boot program that " + loader + " loads",
                        ask(loader, architecture));
            }
        }
    }

    @Test
    public void ipxeGetsTheScriptOfItsBoot() throws Exception {
        ask(Loader.PXE, Architecture.BIOS);
        String url = file(Loader.IPXE, Architecture.BIOS).orElseThrow();
        assertTrue(url, url.matches("http://10\\.10\\.0\\.1:9870/boot/[A-Za-z0-9_-]{44}/ipxe"));
        String claim = url.substring(url.length() - 49, url.length() - 5);
        assertEquals(journal.underWay(Samples.MAC).map(boot -> boot.id()), claims.verify(claim, Bearer.STAGE_ONE));
        assertEquals("offer and acknowledgement agree", Optional.of(url), file(Loader.IPXE, Architecture.BIOS));
    }

    @Test
    public void theSecondChoiceIsTakenWhenTheFirstIsMissing() throws Exception {
        var os = folder.getRoot().toPath().resolve("other-os");
        TestRelease.write(os, "1", List.of("ipxe.pxe", "ipxe.efi"));
        policy = policy(TestRelease.open(os));
        assertEquals(Optional.of("ipxe.pxe"), file(Loader.PXE, Architecture.BIOS));
        assertEquals(Optional.of("ipxe.efi"), file(Loader.PXE, Architecture.UEFI_X64));
        assertBootless(
                "64-bit Arm with UEFI, for which Perceus OS has no boot program that PXE loads",
                ask(Loader.PXE, Architecture.UEFI_ARM64));
    }

    @Test
    public void anUnknownMachineIsLentAnAddressAndServed() throws Exception {
        var wanted = Optional.of(Ipv4Address.parse("10.10.0.150"));
        var served =
                (BootAnswer.Serve) ask(client(UNKNOWN.value(), Loader.PXE, Architecture.BIOS, Samples.LINK, wanted));
        var lease = lease(served);
        assertEquals(wanted.get(), lease.address());
        assertEquals(Optional.empty(), lease.hostName());
        assertEquals(Optional.of("undionly.kpxe"), served.program().file());
        assertEquals(Optional.empty(), registry.snapshot().node(UNKNOWN));
        var stranger = rig.sightings.list().get(0);
        assertEquals("52:54:00:00:00:99", stranger.mac());
        assertEquals(wanted, stranger.address());
        assertEquals(Optional.empty(), rig.sightings.problem());
    }

    @Test
    public void anAddressThatAnswersIsNotLent() throws Exception {
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp")));
        Ipv4Address first = lease(ask(unknown())).address();
        policy.released(new HardwareAddress(UNKNOWN.value()), first);
        long other = UNKNOWN.value() + 1;
        Ipv4Address taken = Ipv4Address.parse("10.10.0.160");
        rig.present.put(taken, new HardwareAddress(0x0200_0000_0001L));
        Ipv4Address given = lease(ask(client(other, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.of(taken))))
                .address();
        assertNotEquals(taken, given);
        rig.present.put(given, new HardwareAddress(other));
        assertEquals(
                "its own answer is none",
                given,
                lease(ask(client(other, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.of(given))))
                        .address());
    }

    @Test
    public void whatIsDeclinedIsLeftAloneWhenSomebodyIsThere() throws Exception {
        HardwareAddress mac = new HardwareAddress(UNKNOWN.value());
        Ipv4Address address = lease(ask(unknown())).address();
        rig.present.put(address, new HardwareAddress(0x0200_0000_0001L));
        policy.declined(mac, address);
        rig.probe.answerer(address).toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertNotEquals(address, lease(ask(unknown())).address());
        policy.declined(new HardwareAddress(Samples.MAC.value()), Samples.ADDRESS);
        policy.released(new HardwareAddress(Samples.MAC.value()), Samples.ADDRESS);
        assertEquals(
                "a node keeps its own",
                Samples.ADDRESS,
                lease(ask(Loader.PXE, Architecture.BIOS)).address());
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

    private static List<String> options(BootAnswer answer) {
        return lease(answer).options().stream().map(Object::toString).toList();
    }

    @Test
    public void anUnknownSystemIsLeftAlone() throws Exception {
        BootClient client = client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.empty());
        assertIgnored("it is no node, and does not boot from the network", ask(client));
    }

    @Test
    public void anUnknownSystemIsLentAnAddressWhereTheNetworkLendsToAll() throws Exception {
        network(Samples.NETWORK.pool(), Samples.NETWORK.nameServers(), Samples.NETWORK.options(), true);
        var served = (BootAnswer.Serve)
                ask(client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.empty()));
        var lease = lease(served);
        assertTrue(Samples.NETWORK.pool().orElseThrow().contains(lease.address()));
        assertEquals(Optional.empty(), served.program().file());
    }

    /** RFC 2131 section 4.3.5. */
    @Test
    public void whoHasAnAddressIsToldTheRestAndNothingIsKeptOfIt() throws Exception {
        Ipv4Address has = Ipv4Address.parse("10.10.0.7");
        BootAnswer told = ask(informing(has));
        assertEquals(has, lease(told).address());
        assertEquals(Optional.of(Samples.LINK), lease(told).router());
        assertEquals(Optional.empty(), ((BootAnswer.Serve) told).program().file());
        assertEquals(List.of(), rig.sightings.list());
        assertFalse(rig.leases.isHeld(UNKNOWN));
        assertIgnored(
                "it asks what belongs to an address that is not of its network",
                ask(informing(Ipv4Address.parse("192.0.2.7"))));
    }

    private static BootClient informing(Ipv4Address address) {
        BootClient client =
                client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.of(address));
        return new BootClient(
                client.mac(),
                client.firmware(),
                client.link(),
                client.requested(),
                client.transaction(),
                Purpose.INFORM,
                client.role(),
                client.server());
    }

    @Test
    public void whatAnUnknownMachineWasBootedIntoKeepsTheAddressThatItWasLent() throws Exception {
        Ipv4Address lent = lease(ask(unknown())).address();
        var served = (BootAnswer.Serve)
                ask(client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.of(lent)));
        var lease = lease(served);
        assertEquals(lent, lease.address());
        assertEquals(Optional.empty(), served.program().file());
        policy.released(new HardwareAddress(UNKNOWN.value()), lent);
        assertIgnored(
                "it is no node, and does not boot from the network",
                ask(client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.of(lent))));
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
    public void withoutPerceusOsNobodyBoots() throws Exception {
        policy = policy(TestRelease.missing(folder.getRoot().toPath()));
        assertIgnored("no Perceus OS is installed", ask(Loader.PXE, Architecture.BIOS));
        assertIgnored("no Perceus OS is installed", ask(Loader.IPXE, Architecture.BIOS));
        assertEquals(List.of(), journal.lines(Samples.MAC));
    }

    @Test
    public void whatIsNoMachineIsIgnored() throws Exception {
        for (long mac : new long[] {0, 0x0100_5e00_0001L, 0xffff_ffff_ffffL}) {
            BootClient client = client(mac, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty());
            assertIgnored("that is not the address of one network card", ask(client));
        }
    }

    @Test
    public void whoIsNotServedIsRememberedAndWhy() throws Exception {
        registry.with(Samples.node(Optional.empty(), true));
        registry.discoverWith(CompletableFuture.completedFuture(new ChangeResult.Rejected("the pool is full")));
        assertIgnored("node n0001 has no address", ask(Loader.PXE, Architecture.BIOS));
        ask(Loader.PXE, Architecture.BIOS);
        var stranger = rig.sightings.list().get(0);
        assertEquals(2, stranger.times());
        assertEquals("give it one: 'perceus node set address=ADDRESS n0001'", stranger.remedy());
        assertEquals(
                Optional.of("a machine that asked in the last hour got no answer, because node n0001 has no address"
                        + " ('perceus stranger list')"),
                rig.sightings.problem());
        clock.move(Duration.ofHours(25));
        assertEquals(List.of(), rig.sightings.list());
        assertEquals(Optional.empty(), rig.sightings.problem());
    }

    @Test
    public void aNodeWithoutAddressIsGivenOne() throws Exception {
        registry.with(Samples.node(Optional.empty(), true));
        registry.discoverWith(CompletableFuture.completedFuture(new ChangeResult.Changed(List.of(Samples.node()))));
        assertEquals(Samples.ADDRESS, lease(ask(Loader.PXE, Architecture.BIOS)).address());
    }

    @Test
    public void aMillionMadeUpMachinesLeaveThoseThatAskAgain() throws Exception {
        ask(unknown());
        ask(unknown());
        BootClient client = unknown();
        for (int i = 0; i < 100_000; i++) {
            rig.sightings.note(
                    client(0x0200_0000_0000L + i, Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty()),
                    new Fate(Fate.Kind.LOST, "made up", "none"));
        }
        assertEquals(5_001, rig.sightings.list().size());
        assertTrue(rig.sightings.list().stream()
                .anyMatch(one -> one.mac().equals(client.mac().toString())));
    }

    private EngineBootPolicy policy(InstalledPerceusOs os) {
        Offers offers = new Offers(
                os,
                new BootTracker(journal, clock),
                new BootFileChooser(os, claims),
                new GivenNameServers(registry, interfaces),
                registry,
                new SiteOptions(),
                interfaces);
        return new EngineBootPolicy(
                registry,
                registry,
                new NodeAnswers(registry, offers, requests, () -> own),
                new StrangerAnswers(registry, rig.leases, offers, rig.probe, interfaces, rig.sightings),
                new ProgramAnswers(registry, offers),
                rig.taken,
                rig.sightings);
    }

    private static BootClient unknown() {
        return client(UNKNOWN.value(), Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty());
    }

    private static BootClient client(
            long mac, Loader loader, Architecture architecture, Ipv4Address link, Optional<Ipv4Address> wanted) {
        return new BootClient(
                new HardwareAddress(mac),
                new Firmware(loader, architecture),
                link,
                wanted,
                1,
                Purpose.FIND,
                DhcpRole.SERVER,
                Samples.SERVER);
    }

    private BootAnswer ask(Loader loader, Architecture architecture) throws Exception {
        return ask(client(Samples.MAC.value(), loader, architecture, Samples.LINK, Optional.empty()));
    }

    private BootAnswer ask(BootClient client) throws Exception {
        return policy.answer(client).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private Optional<String> file(Loader loader, Architecture architecture) throws Exception {
        return ((BootAnswer.Serve) ask(loader, architecture)).program().file();
    }

    private static AddressLease lease(BootAnswer answer) {
        return ((BootAnswer.Serve) answer).lease().orElseThrow();
    }

    private static BootAnswer served(Optional<AddressLease> lease, String file) {
        return new BootAnswer.Serve(lease, new BootProgram.File(file));
    }

    private static void assertBootless(String reason, BootAnswer answer) {
        assertEquals(Samples.ADDRESS, lease(answer).address());
        String said = missing(answer);
        assertTrue(said, said.endsWith(" is " + reason));
    }

    private static String missing(BootAnswer answer) {
        return ((BootProgram.Missing) ((BootAnswer.Serve) answer).program()).reason();
    }

    private static void assertIgnored(String reason, BootAnswer answer) {
        assertEquals(new BootAnswer.Ignore(reason), answer);
    }

    private static void assertRefused(String reason, BootAnswer answer) {
        assertEquals(new BootAnswer.Refuse(reason), answer);
    }
}
