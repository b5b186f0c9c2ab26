package org.perceus.provisioning.internal.script;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.After;
import org.junit.Test;
import org.perceus.address.VlanId;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.config.FakeConfig;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.spi.KernelArgument;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;

public class ScriptComposerTest {
    private final FakeModules modules = new FakeModules(Duration.ofMillis(1000)).withDefaults();
    private final ShareRenderer renderer = new ShareRenderer(
            modules.registry(),
            new GivenNameServers(new FakeRegistry(), new ServedInterfaces()),
            mac -> Optional.empty(),
            FakeConfig.with("", "panic=5"));
    private final ScriptComposer composer = new ScriptComposer(renderer, Map::of);

    private Optional<String> kernelLog = Optional.empty();

    @After
    public void stop() {
        modules.registry().stop();
    }

    @Test
    public void theScriptIsWholeAndInOrder() {
        assertEquals(
                """
                #!perceus run
                capsule_is '/sbin/init' 'systemd'
                network_first
                # module stateless-ram 1.0.0
                fetch '%s' 90 "$WORK"/'root'
                step 'configure the node'
                install_agent 'http://10.10.0.1:9870' 'TOKEN' '52:54:00:12:34:56'
                # module hostname 1.0.0
                step 'hostname'
                # module network 1.0.0
                step 'network'
                # module stateless-ram 1.0.0
                enter_kexec
                fail 'the provisioning method did not enter the second OS'
                #!perceus end
                """
                        .formatted("b".repeat(64)),
                run(plan()));
    }

    @Test
    public void theOrderOfFirmwareIsKeptWhereThatIsSet() {
        assertFalse(run(plan("boot-order", "keep")).contains("network_first"));
        assertTrue(run(plan("boot-order", "network")).contains("network_first"));
    }

    @Test
    public void aNodeWithoutModulesHasAScriptToo() {
        modules.remove(2).remove(3);
        List<String> lines = run(plan()).lines().toList();
        assertEquals("#!perceus run", lines.get(0));
        assertEquals("#!perceus end", lines.get(lines.size() - 1));
    }

    @Test
    public void modulesSeeTheNode() {
        List<String> seen = new ArrayList<>();
        modules.add(new FakeService("look", 4), node -> {
            seen.addAll(look(node));
            return NodeScript.nothing();
        });
        run(plan());
        assertEquals(
                List.of(
                        "n0001 52:54:00:12:34:56 rack1 4096",
                        "10.10.0.100/24 Optional[10.10.0.1] [10.10.0.1] Optional[cluster.example]",
                        "debian-12 1 6.1.0-40-amd64 1073741824",
                        "Optional[quiet] Optional.empty",
                        "nothing was published of debian-12@1 as 'other'"),
                seen);
    }

    @Test
    public void aModuleSeesTheVlanThatTheMachineWasBootedByOrElseTheOneThatIsSet() {
        List<OptionalInt> seen = new ArrayList<>();
        modules.add(new FakeService("look", 4), node -> {
            seen.add(node.network().vlan());
            return NodeScript.nothing();
        });
        compose(plan());
        compose(plan("boot-vlan", "12"));
        compose(plan("boot-vlan", "12"), VlanId.find("13"));
        assertEquals(List.of(OptionalInt.empty(), OptionalInt.of(12), OptionalInt.of(13)), seen);
    }

    @Test
    public void modulesSeeAllNodesAndAllSettings() {
        List<String> seen = new ArrayList<>();
        modules.add(new FakeService("look", 4), node -> {
            seen.add(node.settings().toString());
            node.nodes()
                    .forEach(one -> seen.add(one.name() + " " + one.mac() + " " + one.group() + " "
                            + one.address().orElse("") + " " + one.settings()));
            return NodeScript.nothing();
        });
        run(plan("x-rack", "7", "disk", "sda"));
        assertEquals(
                List.of("{disk=sda, x-rack=7}", "n0001 52:54:00:12:34:56 rack1 10.10.0.100 {disk=sda, x-rack=7}"),
                seen);
    }

    @Test
    public void theNodesOwnKernelArgumentsComeBeforeThoseOfTheSite() {
        List<String> seen = new ArrayList<>();
        modules.add(new FakeService("look", 4), node -> {
            seen.add(node.kernelArguments());
            return NodeScript.nothing();
        });
        run(plan("kernel-args", "quiet"));
        run(plan("disk", "sda"));
        assertEquals(List.of("quiet", "panic=5"), seen);
    }

    @Test
    public void theMethodAndLaterModulesSeeWhatModulesAddToTheKernelsArguments() {
        List<String> seen = new ArrayList<>();
        modules.remove(1).remove(2).remove(3);
        modules.add(new FakeService("stateless-ram", 4), new FakeModules.Method() {
            @Override
            public MethodScript render(NodeView node) {
                seen.add("method " + node.kernelArguments());
                return MethodScript.of(NodeScript.nothing(), NodeScript.nothing());
            }
        });
        for (int number = 1; number <= 3; number++) {
            String value = String.valueOf(number);
            modules.add(new FakeService("add" + number, 4L + number).order(number), node -> {
                seen.add(node.kernelArguments());
                return NodeScript.builder()
                        .kernelArgument(new KernelArgument("console", value))
                        .build();
            });
        }
        run(plan("kernel-args", "console=tty0 quiet"));
        assertEquals(
                List.of(
                        "console=tty0 quiet",
                        "quiet console=1",
                        "quiet console=1 console=2",
                        "method quiet console=1 console=2 console=3"),
                seen);
    }

    @Test
    public void aModuleThatGivesMegabytesIsTheOneThatIsBlamed() {
        modules.remove(3).add(new FakeService("network", 9), node -> NodeScript.builder()
                .shell("x".repeat(2 << 20))
                .build());
        assertWaits("module network gave a script of 2048 KiB, and 1024 KiB are allowed", plan());
        assertEquals(
                List.of(0L, 1L, 0L),
                modules.registry().listed().stream()
                        .map(listed -> listed.info().failures())
                        .toList());
    }

    @Test
    public void aPlanWithAModuleThatLeftIsOutdated() {
        Plan.Provision plan = plan();
        modules.remove(3);
        assertEquals(new ScriptResult.Outdated(), compose(plan));
        assertDrained();
        modules.withDefaults();
        plan = plan();
        modules.remove(1);
        assertEquals(new ScriptResult.Outdated(), compose(plan));
        assertDrained();
    }

    @Test
    public void aKernelThatIsToBeHeardIsWatchedBeforeItIsEntered() {
        kernelLog = Optional.of("10.10.0.1:6666");
        String script = run(plan());
        int watch = script.indexOf("watch_kernel '10.10.0.1:6666'\n");
        assertTrue(script, watch > script.indexOf("install_agent") && watch < script.indexOf("enter_kexec"));
    }

    @Test
    public void aModuleThatFailsMeansWait() {
        modules.add(new FakeService("bad", 4), node -> {
            throw new IllegalStateException("broken");
        });
        assertWaits("module bad failed with java.lang.IllegalStateException: broken", plan());
        assertDrained();
    }

    @Test
    public void aModuleThatRefusesMeansWait() {
        modules.add(new FakeService("bad", 4), node -> {
            throw new ProvisioningException("set the disk of " + node.name());
        });
        assertWaits("module bad says: set the disk of n0001", plan());
        assertDrained();
    }

    @Test
    public void aMethodThatFailsMeansWait() {
        modules.remove(1).add(new FakeService("stateless-ram", 4), new FakeModules.Method() {
            @Override
            public MethodScript render(NodeView node) {
                return null;
            }
        });
        assertWaits("module stateless-ram gave nothing", plan());
        assertDrained();
    }

    @Test
    public void aModuleThatHangsMeansWaitForItsNodesOnly() {
        Plan.Provision good = plan();
        modules.add(new FakeService("slow", 4).order(10), node -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return NodeScript.nothing();
        });
        assertWaits("module slow took longer than 1000 ms", plan());
        assertTrue(run(good).endsWith(ScriptComposer.FOOTER));
        assertDrained();
    }

    @Test
    public void aModuleIsSwappedUnderLoadWithoutAMixedScript() throws Exception {
        modules.remove(1).remove(2).remove(3);
        AtomicBoolean old = addGeneration(0);
        AtomicBoolean swapping = new AtomicBoolean(true);
        List<CompletableFuture<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            nodes.add(CompletableFuture.supplyAsync(() -> composeWhile(swapping)));
        }
        for (int generation = 1; generation <= 100; generation++) {
            AtomicBoolean next = addGeneration(generation);
            Thread.sleep(2);
            modules.remove(10L * (generation - 1) + 100).remove(10L * (generation - 1) + 101);
            old.set(false);
            old = next;
        }
        swapping.set(false);
        for (CompletableFuture<Integer> node : nodes) {
            assertTrue(node.get(20, TimeUnit.SECONDS) > 100);
        }
    }

    /** Two modules of one bundle, which say their generation at both ends of what they render while they are active. */
    private AtomicBoolean addGeneration(int generation) {
        String version = "1.0." + generation;
        AtomicBoolean active = new AtomicBoolean(true);
        modules.add(
                new FakeService("stateless-ram", 10L * generation + 100).version(version), new FakeModules.Method() {
                    @Override
                    public MethodScript render(NodeView node) {
                        assertTrue(active.get());
                        NodeScript part =
                                NodeScript.builder().call("method", version).build();
                        return MethodScript.of(part, part);
                    }
                });
        modules.add(new FakeService("hostname", 10L * generation + 101).version(version), node -> {
            assertTrue(active.get());
            return NodeScript.builder()
                    .call("begin", version)
                    .call("end", version)
                    .build();
        });
        return active;
    }

    private int composeWhile(AtomicBoolean swapping) {
        int scripts = 0;
        while (swapping.get()) {
            ScriptResult result = compose(plan());
            if (result instanceof ScriptResult.Run run) {
                scripts++;
                assertWhole(run.script());
            } else {
                assertEquals(new ScriptResult.Outdated(), result);
            }
        }
        return scripts;
    }

    private static void assertWhole(String script) {
        assertTrue(script, script.startsWith(ScriptComposer.HEADER) && script.endsWith(ScriptComposer.FOOTER));
        List<String> lines = script.lines().toList();
        String method = lines.get(3).substring("# module stateless-ram ".length());
        String hostname = lines.get(7).substring("# module hostname ".length());
        assertEquals(
                List.of(
                        "#!perceus run",
                        "capsule_is '/sbin/init' 'systemd'",
                        "network_first",
                        "# module stateless-ram " + method,
                        "method '" + method + "'",
                        "step 'configure the node'",
                        "install_agent 'http://10.10.0.1:9870' 'TOKEN' '52:54:00:12:34:56'",
                        "# module hostname " + hostname,
                        "begin '" + hostname + "'",
                        "end '" + hostname + "'"),
                lines.subList(0, 10));
        assertEquals("method '" + method + "'", lines.get(11));
        assertEquals(14, lines.size());
    }

    private static List<String> look(NodeView node) {
        String missing = "";
        try {
            node.artifact("other");
        } catch (ProvisioningException e) {
            missing = e.getMessage();
        }
        return List.of(
                node.name() + " " + node.mac() + " " + node.group() + " " + node.memoryKib(),
                node.network().address() + "/" + node.network().prefixLength() + " "
                        + node.network().gateway() + " " + node.network().nameServers() + " "
                        + node.network().domain(),
                node.capsule().name() + " " + node.capsule().version() + " "
                        + node.capsule().kernelRelease() + " " + node.capsule().rootSize(),
                node.setting("kernel-args") + " " + node.setting("other"),
                missing);
    }

    private Plan.Provision plan() {
        return plan("kernel-args", "quiet");
    }

    private Plan.Provision plan(String... settings) {
        var node = Samples.node(settings);
        var registry = modules.registry();
        var method = registry.methods().find("stateless-ram");
        while (method.isEmpty()) {
            method = registry.methods().find("stateless-ram");
        }
        return new Plan.Provision(
                node,
                new FakeRegistry().with(node).snapshot(),
                Samples.NETWORK,
                Samples.capsule("debian-12@1", 'c'),
                Samples.image(),
                method.get(),
                registry.configurations().preferred());
    }

    private String run(Plan.Provision plan) {
        return ((ScriptResult.Run) compose(plan)).script();
    }

    private void assertWaits(String reason, Plan.Provision plan) {
        assertEquals(new ScriptResult.Wait(reason), compose(plan));
    }

    private ScriptResult compose(Plan.Provision plan) {
        return compose(plan, Optional.empty());
    }

    private ScriptResult compose(Plan.Provision plan, Optional<VlanId> vlan) {
        return composer.compose(
                plan, Samples.SERVER, "TOKEN", new SeenMachine(4096, Optional.empty(), vlan), kernelLog);
    }

    /** Every module can leave at once, as no lease on any was lost. */
    private void assertDrained() {
        long before = System.nanoTime();
        for (int id = 1; id < 10; id++) {
            modules.remove(id);
        }
        assertTrue("a lease was lost", System.nanoTime() - before < TimeUnit.MILLISECONDS.toNanos(2900));
    }
}
