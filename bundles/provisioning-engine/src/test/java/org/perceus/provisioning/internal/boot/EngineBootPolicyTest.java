package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Subnet;
import org.perceus.provisioning.internal.FakeClock;
import org.perceus.provisioning.internal.FakeConfig;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.TestRelease;

public class EngineBootPolicyTest {
    private static final MacAddress UNKNOWN = MacAddress.parse("52:54:00:00:00:99");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeJournal journal = new FakeJournal();
    private final PlainRequests requests = new PlainRequests(new FakeClock());
    private final FakeRegistry registry = new FakeRegistry().with(Samples.node());
    private final ServedInterfaces interfaces = new ServedInterfaces();
    private final Set<Inet4Address> own = new HashSet<>();
    private ClaimAuthority claims;
    private EngineBootPolicy policy;

    @Before
    public void start() throws Exception {
        claims = new ClaimAuthority(new FakeConfig(folder.getRoot().toPath()), journal);
        policy = policy(TestRelease.installed(folder.getRoot().toPath().resolve("perceus-os")));
    }

    @Test
    public void aKnownMachineGetsItsAddressAndWhatItBoots() throws Exception {
        assertEquals(
                new BootAnswer.Lease(
                        Samples.ADDRESS,
                        24,
                        Optional.of(Samples.LINK),
                        List.of(Samples.LINK),
                        Optional.of("n0001"),
                        Optional.of("cluster.example"),
                        Duration.ofHours(1),
                        Optional.of("undionly.kpxe")),
                ask(Loader.PXE, Architecture.BIOS));
        assertEquals(List.of("booting firmware: PXE on BIOS"), journal.lines(Samples.MAC));
    }

    @Test
    public void aNetworkWithoutNameServersHasThisServerWhereItServesDns() throws Exception {
        Network cluster = Samples.NETWORK;
        registry.withoutNetworks();
        registry.with(new Network(
                cluster.name(),
                cluster.subnet(),
                cluster.poolFirst(),
                cluster.poolLast(),
                cluster.router(),
                List.of(),
                cluster.domain(),
                cluster.lease()));
        assertEquals(List.of(), nameServers());
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "dns")));
        assertEquals(List.of(Samples.LINK), nameServers());
    }

    private List<Inet4Address> nameServers() throws Exception {
        return ((BootAnswer.Lease) ask(Loader.NONE, Architecture.UNKNOWN)).nameServers();
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
            assertIgnored("Perceus OS has no boot program for " + architecture, ask(Loader.UEFI_HTTP, architecture));
        }
    }

    @Test
    public void ipxeGetsTheScriptOfItsBoot() throws Exception {
        ask(Loader.PXE, Architecture.BIOS);
        String url = file(Loader.IPXE, Architecture.BIOS).orElseThrow();
        assertTrue(url, url.matches("http://10\\.10\\.0\\.1:9870/boot/[A-Za-z0-9_-]{44}/ipxe"));
        String claim = url.substring(url.length() - 49, url.length() - 5);
        assertEquals(journal.latest(Samples.MAC).map(boot -> boot.id()), claims.verify(claim, Bearer.STAGE_ONE));
        assertEquals("offer and acknowledgement agree", Optional.of(url), file(Loader.IPXE, Architecture.BIOS));
    }

    @Test
    public void theSecondChoiceIsTakenWhenTheFirstIsMissing() throws Exception {
        var os = folder.getRoot().toPath().resolve("other-os");
        TestRelease.write(os, "1", List.of("ipxe.pxe", "ipxe.efi"));
        policy = policy(TestRelease.open(os));
        assertEquals(Optional.of("ipxe.pxe"), file(Loader.PXE, Architecture.BIOS));
        assertEquals(Optional.of("ipxe.efi"), file(Loader.PXE, Architecture.UEFI_X64));
        assertIgnored("Perceus OS has no boot program for UEFI_ARM64", ask(Loader.PXE, Architecture.UEFI_ARM64));
    }

    @Test
    public void anUnknownMachineIsDiscoveredAndServed() throws Exception {
        var wanted = Optional.of(Subnet.parseAddress("10.10.0.150"));
        var lease =
                (BootAnswer.Lease) ask(client(UNKNOWN.value(), Loader.PXE, Architecture.BIOS, Samples.LINK, wanted));
        assertEquals(wanted.get(), lease.address());
        assertEquals(Optional.of("n0099"), lease.hostName());
        assertEquals(Optional.of("undionly.kpxe"), lease.bootFile());
        assertEquals(1, journal.lines(UNKNOWN).size());
    }

    @Test
    public void anUnknownSystemIsLeftAlone() throws Exception {
        registry.discoverWith(CompletableFuture.failedFuture(new AssertionError("was discovered")));
        BootClient client = client(UNKNOWN.value(), Loader.NONE, Architecture.UNKNOWN, Samples.LINK, Optional.empty());
        assertIgnored("an unknown machine that does not boot from the network", ask(client));
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
        String sentence = "n0001 has the address %s, which is not one of the network it asks on";
        for (String address : List.of("10.11.0.100", "10.10.0.0", "10.10.0.255")) {
            registry.with(Samples.node(Optional.of(Subnet.parseAddress(address)), true));
            assertIgnored(sentence.formatted(address), ask(Loader.PXE, Architecture.BIOS));
        }
        registry.with(Samples.node());
        registry.withoutNetworks();
        assertIgnored(sentence.formatted("10.10.0.100"), ask(Loader.PXE, Architecture.BIOS));
        assertEquals(List.of(), journal.lines(Samples.MAC));
    }

    @Test
    public void aNodeWithoutAddressIsNotServed() throws Exception {
        registry.with(Samples.node(Optional.empty(), true));
        assertIgnored("n0001 has no address", ask(Loader.PXE, Architecture.BIOS));
    }

    @Test
    public void theServersOwnAddressIsNotGiven() throws Exception {
        own.add(Samples.ADDRESS);
        for (Loader loader : List.of(Loader.PXE, Loader.NONE)) {
            assertIgnored("n0001 has 10.10.0.100, this server's own address", ask(loader, Architecture.BIOS));
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
            assertIgnored("not the address of one network card", ask(client));
        }
    }

    @Test
    public void aDiscoveryThatIsRejectedIsIgnored() throws Exception {
        registry.discoverWith(CompletableFuture.completedFuture(new ChangeResult.Rejected("the pool is full")));
        assertIgnored("the pool is full", ask(unknown()));
    }

    @Test
    public void aStoreThatFailsGivesNoAnswer() {
        registry.discoverWith(CompletableFuture.failedFuture(new IllegalStateException("disk")));
        ExecutionException failure = assertThrows(ExecutionException.class, () -> ask(unknown()));
        assertEquals("disk", failure.getCause().getMessage());
    }

    @Test
    public void aSlowStoreHoldsUpNobody() {
        registry.discoverWith(new CompletableFuture<>());
        assertFalse(policy.answer(unknown()).toCompletableFuture().isDone());
    }

    private EngineBootPolicy policy(InstalledPerceusOs os) {
        return new EngineBootPolicy(
                registry,
                registry,
                os,
                new BootTracker(journal, new FakeClock()),
                new BootFileChooser(os, claims),
                requests,
                () -> own,
                new GivenNameServers(registry, interfaces));
    }

    private static BootClient unknown() {
        return client(UNKNOWN.value(), Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty());
    }

    private static BootClient client(
            long mac, Loader loader, Architecture architecture, Inet4Address link, Optional<Inet4Address> wanted) {
        return new BootClient(
                new HardwareAddress(mac), new Firmware(loader, architecture), link, wanted, Samples.SERVER);
    }

    private BootAnswer ask(Loader loader, Architecture architecture) throws Exception {
        return ask(client(Samples.MAC.value(), loader, architecture, Samples.LINK, Optional.empty()));
    }

    private BootAnswer ask(BootClient client) throws Exception {
        return policy.answer(client).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private Optional<String> file(Loader loader, Architecture architecture) throws Exception {
        return ((BootAnswer.Lease) ask(loader, architecture)).bootFile();
    }

    private static void assertIgnored(String reason, BootAnswer answer) {
        assertEquals(new BootAnswer.Ignore(reason), answer);
    }
}
