package org.perceus.provisioning.internal.script;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.module.testing.FakeService;
import org.perceus.node.Node;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.internal.FakeMissingModules;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.capsule.TestImages;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.config.FakeConfig;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.internal.plan.Planner;
import org.perceus.provisioning.internal.plan.Requirements;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;

public class ScriptPreviewTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeRegistry registry = new FakeRegistry();
    private final ServedInterfaces interfaces = new ServedInterfaces();
    private ShareRenderer renderer;
    private TestImages site;
    private Planner planner;
    private ScriptPreview preview;

    private record Served(Ipv4Address address) implements ServingInterface {
        @Override
        public String device() {
            return "eth1";
        }

        @Override
        public URI server() {
            return Samples.SERVER;
        }

        @Override
        public List<String> servers() {
            return List.of();
        }

        @Override
        public OptionalInt kernelLogPort() {
            return OptionalInt.empty();
        }
    }

    @Before
    public void start() throws Exception {
        site = new TestImages(folder.getRoot().toPath().resolve("images"));
        site.modules.withDefaults();
        renderer = new ShareRenderer(
                site.modules.registry(),
                new GivenNameServers(registry, interfaces),
                mac -> Optional.empty(),
                FakeConfig.with("", "panic=5"));
        site.library.with(Samples.capsule("debian-12@1", 'c'));
        site.prepare("debian-12@1", "stateless-ram");
        EngineConfiguration config = FakeConfig.in(folder.getRoot().toPath());
        planner = new Planner(
                config,
                new Requirements(config, registry, site.library, site.capsules),
                site.library,
                site.capsules,
                site.modules.registry(),
                new FakeMissingModules(),
                site.images());
        preview = new ScriptPreview(registry, planner, renderer, interfaces);
        interfaces.bind(new Served(Samples.LINK));
    }

    @After
    public void stop() throws Exception {

        site.close();
    }

    @Test
    public void theSharesAreThoseOfTheScript() {
        Node node = known("capsule", "debian-12");
        List<ModuleShare> shares = ((PreviewResult.Shares) preview.preview(node)).shares();
        assertEquals(
                List.of("stateless-ram", "hostname", "network", "stateless-ram"),
                shares.stream().map(ModuleShare::module).toList());
        ScriptResult.Run real = (ScriptResult.Run) new ScriptComposer(renderer, Map::of)
                .compose(
                        (Plan.Provision) planner.plan(node, registry.snapshot()),
                        Samples.SERVER,
                        "TOKEN",
                        SeenMachine.UNKNOWN,
                        Optional.empty());
        for (ModuleShare share : shares) {
            assertTrue(real.script(), real.script().contains(share.script().text()));
        }
    }

    @Test
    public void aNodeThatWouldWaitIsToldWhy() {
        assertWaits("no capsule is set: perceus node set capsule=NAME n0001", known());
        site.modules.remove(2).add(new FakeService("hostname", 9), node -> {
            throw new ProvisioningException("there is no line 3");
        });
        assertEquals(
                new PreviewResult.Refused("module hostname says: there is no line 3"),
                preview.preview(known("capsule", "debian-12")));
        interfaces.unbind(new Served(Samples.LINK));
        assertWaits("this server serves no network now: look at 'perceus info'", known("capsule", "debian-12"));
    }

    @Test
    public void ofSeveralFilesOfAPathTheLastIsGiven() {
        site.modules.remove(2).remove(3);
        site.modules.add(new FakeService("hostname", 8).order(1), node -> NodeScript.builder()
                .writeFile("/etc/hosts", "644", "one")
                .writeFile("/etc/hostname", "644", "name")
                .build());
        site.modules.add(new FakeService("network", 9).order(2), node -> NodeScript.builder()
                .writeFile("/etc/hosts", "600", "two", "the site")
                .build());
        var shares = (PreviewResult.Shares) preview.preview(known("capsule", "debian-12"));
        assertEquals(
                List.of("hostname /etc/hostname []", "network /etc/hosts [hostname]"),
                shares.files().stream()
                        .map(given -> given.module() + " " + given.file() + " " + given.instead())
                        .toList());
    }

    private Node known(String... settings) {
        Node node = Samples.node(settings);
        registry.with(node);
        return node;
    }

    private void assertWaits(String reason, Node node) {
        assertEquals(new PreviewResult.Waits(reason), preview.preview(node));
    }
}
