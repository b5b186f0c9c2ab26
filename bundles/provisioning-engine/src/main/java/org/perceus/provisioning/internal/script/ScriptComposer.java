package org.perceus.provisioning.internal.script;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.EngineNumber;
import org.perceus.provisioning.internal.module.Lease;
import org.perceus.provisioning.internal.module.ModuleCaller;
import org.perceus.provisioning.internal.module.ModuleFailure;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.provisioning.internal.module.ModuleThreads;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders the one script that a node runs: the method's first part, the shares of the configuration modules, the agent,
 * and the method's last part. All of it is made in memory before anything is sent. Thread-safe.
 */
@Component(service = ScriptComposer.class, configurationPid = EngineConfig.PID)
public final class ScriptComposer {
    /** First line of an answer that holds a script. */
    public static final String HEADER = "#!perceus run\n";

    /** Last line of a script; a node does not run one that lacks it. */
    public static final String FOOTER = "#!perceus end\n";

    private static final Logger LOG = LoggerFactory.getLogger(ScriptComposer.class);
    private static final int CALLS_AT_ONCE = 256;

    private final Supplier<Map<String, Artifact>> tools;
    private final String kernelArguments;
    private final int longest;
    private final ExecutorService executor;
    private final ModuleCaller caller;

    @Activate
    public ScriptComposer(EngineConfig config, Map<String, Object> properties, @Reference InstalledPerceusOs os) {
        this(
                () -> os.stageOne().map(StageOne::tools).orElse(Map.of()),
                config.kernelArguments(),
                Duration.ofMillis(EngineNumber.RENDER_TIMEOUT.of(properties, LOG::error)),
                EngineNumber.SCRIPT_LIMIT.of(properties, LOG::error) << 10);
    }

    ScriptComposer(Supplier<Map<String, Artifact>> tools, String kernelArguments, Duration limit, int longest) {
        this.tools = tools;
        this.kernelArguments = kernelArguments;
        this.longest = longest;
        this.executor = ModuleThreads.atMost(CALLS_AT_ONCE);
        this.caller = new ModuleCaller(executor, limit);
    }

    @Deactivate
    void stop() {
        // A module's code that hangs must not hold up the engine: its threads are daemons and are left behind.
        executor.shutdownNow();
    }

    /**
     * Renders the script of a plan.
     *
     * @param server base URL of the engine's HTTP side as the node sees it
     * @param agentToken proves the node's agent to the engine
     * @param memoryKib RAM of the machine, 0 when not known
     * @param kernelLog where its kernel shall send what it says, as {@code ADDRESS:PORT}, if it shall
     */
    public ScriptResult compose(
            Plan.Provision plan, URI server, String agentToken, long memoryKib, Optional<String> kernelLog) {
        NodeFacts node = new NodeFacts(plan, memoryKib, server.getHost(), kernelArguments);
        NodeScript agent = agent(server, agentToken, node, kernelLog);
        List<Lease<ConfigurationModule>> shares = new ArrayList<>();
        Optional<Lease<ProvisioningMethod>> method = plan.method().lease();
        for (ModuleSlot<ConfigurationModule> slot : plan.modules()) {
            slot.lease().ifPresent(shares::add);
        }
        if (method.isEmpty() || shares.size() < plan.modules().size()) {
            method.ifPresent(Lease::close);
            shares.forEach(Lease::close);
            return new ScriptResult.Outdated();
        }
        return render(node, method.get(), shares, agent);
    }

    private ScriptResult render(
            NodeFacts node,
            Lease<ProvisioningMethod> method,
            List<Lease<ConfigurationModule>> shares,
            NodeScript agent) {
        int called = 0;
        try {
            MethodScript ends = caller.call(method, module -> module.render(node));
            StringBuilder script = new StringBuilder(HEADER)
                    .append(preamble(node.plan().capsule()).text());
            append(script, method.slot(), ends.prepare());
            script.append("step 'configure the node'\n").append(agent.text());
            while (called < shares.size()) {
                Lease<ConfigurationModule> share = shares.get(called++);
                append(script, share.slot(), caller.call(share, module -> module.render(node)));
            }
            append(script, method.slot(), ends.enter());
            script.append("fail 'the provisioning method did not enter the second OS'\n");
            return new ScriptResult.Run(
                    script.append(FOOTER).toString(), node.plan().image().tree());
        } catch (ModuleFailure e) {
            return new ScriptResult.Wait(e.getMessage());
        } finally {
            shares.subList(called, shares.size()).forEach(Lease::close);
        }
    }

    /** Where the node finds the programs of Perceus OS that are not in its initramfs, and what the capsule is like. */
    private NodeScript preamble(Capsule capsule) {
        NodeScript.Builder script = NodeScript.builder();
        tools.get()
                .forEach((name, archive) ->
                        script.call("tools_are", name, archive.sha256(), String.valueOf(archive.size())));
        String initSystem = capsule.traits().initSystem().name().toLowerCase(Locale.ROOT);
        return script.call("capsule_is", capsule.traits().init(), initSystem).build();
    }

    private void append(StringBuilder script, ModuleSlot<?> slot, NodeScript share) throws ModuleFailure {
        if (share.text().length() > longest) {
            String sentence = "module " + slot.identity().name() + " gave a script of "
                    + (share.text().length() >> 10) + " KiB, and " + (longest >> 10) + " KiB are allowed";
            slot.failed(sentence);
            throw new ModuleFailure(sentence);
        }
        script.append("# module ").append(slot.identity().name());
        script.append(' ').append(slot.identity().version()).append('\n');
        script.append(share.text());
    }

    /** What reports of the second system: its agent, and its kernel where that is needed. */
    private static NodeScript agent(URI server, String token, NodeFacts node, Optional<String> kernelLog) {
        NodeScript.Builder script = NodeScript.builder().call("install_agent", server.toString(), token, node.mac());
        kernelLog.ifPresent(target -> script.call("watch_kernel", target));
        return script.build();
    }
}
