package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
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
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.option.SiteOptions;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.StrangerRig;

/** The policy over a registry in memory, and how it is asked. */
abstract class BootPolicyTestCase {
    static final MacAddress UNKNOWN = MacAddress.parse("52:54:00:00:00:99");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    final FakeJournal journal = new FakeJournal();
    final PlainRequests requests = new PlainRequests(new FakeClock());
    final FakeRegistry registry = new FakeRegistry().with(Samples.node());
    final ServedInterfaces interfaces = new ServedInterfaces();
    final Set<Ipv4Address> own = new HashSet<>();
    final FakeClock clock = new FakeClock();
    final StrangerRig rig = new StrangerRig(registry, interfaces, clock);
    EngineBootPolicy policy;

    @Before
    public void start() throws Exception {
        policy = policy(TestRelease.installed(folder.getRoot().toPath().resolve("perceus-os")));
    }

    /** The sample with other values, alone. */
    void network(
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

    void leaveTheAddressesToAnother() {
        network(
                Optional.empty(),
                Samples.NETWORK.nameServers(),
                Samples.NETWORK.options(),
                Samples.NETWORK.lendsToAll());
    }

    EngineBootPolicy policy(InstalledPerceusOs os) {
        Offers offers = new Offers(
                os,
                new BootTracker(journal, clock),
                new BootFileChooser(os),
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
                new SharedLinks(registry, rig.leases),
                rig.taken,
                rig.sightings);
    }

    static BootClient unknown() {
        return client(UNKNOWN.value(), Loader.PXE, Architecture.BIOS, Samples.LINK, Optional.empty());
    }

    static BootClient client(
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

    BootAnswer ask(Loader loader, Architecture architecture) throws Exception {
        return ask(client(Samples.MAC.value(), loader, architecture, Samples.LINK, Optional.empty()));
    }

    BootAnswer ask(BootClient client) throws Exception {
        return policy.answer(client).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    Optional<String> file(Loader loader, Architecture architecture) throws Exception {
        return ((BootAnswer.Serve) ask(loader, architecture)).program().file();
    }

    static AddressLease lease(BootAnswer answer) {
        return ((BootAnswer.Serve) answer).lease().orElseThrow();
    }

    static BootAnswer served(Optional<AddressLease> lease, String file) {
        return new BootAnswer.Serve(lease, new BootProgram.File(file));
    }

    static void assertBootless(String reason, BootAnswer answer) {
        assertEquals(Samples.ADDRESS, lease(answer).address());
        String said = missing(answer);
        assertTrue(said, said.endsWith(" is " + reason));
    }

    static String missing(BootAnswer answer) {
        return ((BootProgram.Missing) ((BootAnswer.Serve) answer).program()).reason();
    }

    static void assertIgnored(String reason, BootAnswer answer) {
        assertEquals(new BootAnswer.Ignore(reason), answer);
    }

    static void assertRefused(String reason, BootAnswer answer) {
        assertEquals(new BootAnswer.Refuse(reason), answer);
    }
}
