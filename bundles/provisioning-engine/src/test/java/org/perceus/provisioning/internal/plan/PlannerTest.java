package org.perceus.provisioning.internal.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.module.BuildProgress;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.node.Node;
import org.perceus.provisioning.internal.FakeMissingModules;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.capsule.TestImages;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.config.FakeConfig;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.InitramfsFormat;

public class PlannerTest {
    private static final Capsule CAPSULE = Samples.capsule("debian-12@1", 'c');

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeRegistry registry = new FakeRegistry();
    private TestImages site;
    private final FakeMissingModules missing = new FakeMissingModules();
    private Planner planner;

    @Before
    public void start() throws Exception {
        site = new TestImages(folder.getRoot().toPath());
        site.modules.withDefaults();
        site.library.with(CAPSULE);
        site.prepare("debian-12@1", "stateless-ram");
        EngineConfiguration config = FakeConfig.with("hostname, network", "");
        Requirements requirements = new Requirements(config, registry, site.library, site.capsules);
        planner = new Planner(
                config, requirements, site.library, site.capsules, site.modules.registry(), missing, site.images());
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void aNodeGetsItsCapsule() {
        Node node = Samples.node("capsule", "debian-12");
        Plan.Provision plan = (Plan.Provision) plan(node);
        assertEquals(node, plan.node());
        assertEquals(Samples.NETWORK, plan.network());
        assertEquals(CAPSULE, plan.capsule());
        assertEquals(Samples.image(), plan.image());
        assertEquals("stateless-ram", plan.method().identity().name());
        assertEquals(List.of("hostname", "network"), modules(plan));
    }

    @Test
    public void aDisabledModuleIsNotGivenAlthoughItIsThere() {
        missing.disabled.put("hostname", "is disabled: it is wrong");
        assertWaits("the configuration module hostname is disabled: it is wrong", Samples.node("capsule", "debian-12"));
    }

    @Test
    public void aNodeWaitsForApproval() {
        assertWaits(
                "n0001 is not approved: perceus node approve n0001",
                Samples.node(Optional.of(Samples.ADDRESS), false, "capsule", "debian-12"));
    }

    @Test
    public void aDisabledNodeWaits() {
        assertWaits(
                "n0001 is disabled: perceus node enable n0001", Samples.node("capsule", "debian-12", "boot", "none"));
    }

    @Test
    public void aNodeWaitsForAnAddressOnANetwork() {
        String reason = "n0001 has no address on a network of the configuration";
        assertWaits(reason, Samples.node(Optional.empty(), true, "capsule", "debian-12"));
        var elsewhere = Optional.of(Ipv4Address.parse("192.168.0.1"));
        assertWaits(reason, Samples.node(elsewhere, true, "capsule", "debian-12"));
    }

    @Test
    public void aNodeWaitsForACapsule() {
        assertWaits("no capsule is set: perceus node set capsule=NAME n0001", Samples.node());
        assertWaits("there is no capsule rocky: perceus vnfs import", Samples.node("capsule", "rocky"));
        assertWaits("there is no capsule debian-12@2: perceus vnfs import", Samples.node("capsule", "debian-12@2"));
    }

    @Test
    public void aNodeGetsTheKernelOfItsSetting() throws Exception {
        Capsule two = new Capsule(
                CapsuleId.parse("alpine@1"),
                List.of(
                        new CapsuleKernel("/boot/a", "6.6-lts", InitramfsFormat.ZSTD),
                        new CapsuleKernel("/boot/b", "6.6-virt", InitramfsFormat.GZIP)),
                1,
                1,
                CAPSULE.root(),
                CAPSULE.imported(),
                CAPSULE.traits());
        site.library.with(two);
        site.prepare("alpine@1", "stateless-ram");
        site.images()
                .prepare(
                        site.capsules.of(two.withKernel("6.6-virt").orElseThrow()),
                        site.modules
                                .registry()
                                .methods()
                                .find("stateless-ram")
                                .orElseThrow()
                                .identity(),
                        BuildProgress.none())
                .toCompletableFuture()
                .get();

        Plan.Provision plain = (Plan.Provision) plan(Samples.node("capsule", "alpine"));
        Plan.Provision other = (Plan.Provision) plan(Samples.node("capsule", "alpine", "kernel", "6.6-virt"));
        assertEquals("6.6-lts", plain.capsule().kernel().release());
        assertEquals("6.6-virt", other.capsule().kernel().release());
        assertEquals(
                1,
                site.images().built("stateless-ram").stream()
                        .filter(image -> image.capsule().equals("alpine@1"))
                        .count());
        assertWaits(
                "alpine@1 has no kernel 5.4: set kernel= to one of 6.6-lts, 6.6-virt",
                Samples.node("capsule", "alpine", "kernel", "5.4"));
    }

    @Test
    public void aNodeWaitsForItsModules() {
        assertWaits(
                "the provisioning method nfs-root is not present",
                Samples.node("capsule", "debian-12", "method", "nfs-root"));
        assertWaits(
                "the configuration module slurm is not present",
                Samples.node("capsule", "debian-12", "modules", "hostname,slurm"));
        assertWaits(
                "the provisioning method hostname is not present",
                Samples.node("capsule", "debian-12", "method", "hostname"));
    }

    @Test
    public void aNodeWaitsForItsImage() throws Exception {
        site.packer.hold();
        site.library.with(Samples.capsule("rocky@9", 'd'));
        plan(Samples.node("capsule", "rocky"));
        site.packer.awaitHalfWay();
        assertWaits("the image of rocky@9 is being built: packing 50 %", Samples.node("capsule", "rocky"));
    }

    @Test
    public void aNodeWaitsWhenItsImageFailed() throws Exception {
        site.library.with(Samples.capsule("rocky@9", 'd'));
        site.packer.failWith("the disk is full");
        site.prepare("rocky@9", "stateless-ram");
        assertWaits(
                "rocky@9 for stateless-ram 1.0.0 cannot be built: the root of rocky@9 cannot be published: the disk is full",
                Samples.node("capsule", "rocky"));
    }

    @Test
    public void theNodesSettingComesBeforeTheGroupsAndTheSites() {
        assertWaits("no capsule is set: perceus node set capsule=NAME n0001", Samples.node());
        registry.setSite("capsule", "of-site");
        assertWaits("there is no capsule of-site: perceus vnfs import", Samples.node());
        registry.setGroup("capsule", "of-group");
        assertWaits("there is no capsule of-group: perceus vnfs import", Samples.node());
        assertWaits("there is no capsule of-node: perceus vnfs import", Samples.node("capsule", "of-node"));
    }

    @Test
    public void aNameWithoutVersionIsTheNewest() throws Exception {
        Capsule newer = Samples.capsule("debian-12@2", 'd');
        site.library.with(newer);
        site.prepare("debian-12@2", "stateless-ram");
        assertEquals(newer, provision("capsule", "debian-12").capsule());
        assertEquals(CAPSULE, provision("capsule", "debian-12@1").capsule());
    }

    @Test
    public void sharesComeInTheirOrderThenByName() {
        site.modules.add(new FakeService("last", 4).order(90), FakeModules.step("last"));
        site.modules.add(new FakeService("b", 5).order(25), FakeModules.step("b"));
        site.modules.add(new FakeService("a", 6).order(25), FakeModules.step("a"));
        assertEquals(
                List.of("hostname", "a", "b", "network", "last"),
                modules(provision("capsule", "debian-12", "modules", "last b,network , a,,hostname  b")));
    }

    @Test
    public void anEmptyListIsNoModule() {
        assertEquals(List.of(), modules(provision("capsule", "debian-12", "modules", " , ")));
    }

    @Test
    public void thePreferredOfANameIsPlanned() {
        var before = provision("capsule", "debian-12").modules().get(0);
        site.modules.add(new FakeService("hostname", 9).order(20), FakeModules.step("standby"));
        assertSame(before, provision("capsule", "debian-12").modules().get(0));
        site.modules.remove(2);
        assertEquals(
                9, provision("capsule", "debian-12").modules().get(0).identity().serviceId());
    }

    private Plan.Provision provision(String... settings) {
        return (Plan.Provision) plan(Samples.node(settings));
    }

    private Plan plan(Node node) {
        return planner.plan(node, registry.with(node).snapshot());
    }

    private void assertWaits(String reason, Node node) {
        assertEquals(new Plan.Wait(reason), plan(node));
    }

    private static List<String> modules(Plan.Provision plan) {
        return plan.modules().stream().map(module -> module.identity().name()).toList();
    }
}
