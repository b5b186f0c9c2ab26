package org.perceus.provisioning.internal.script;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.spi.DirectStart;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;

/**
 * Composes the one script that a node runs: the method's first part, the shares of the configuration modules, the agent,
 * and the method's last part. All of it is made in memory before anything is sent. Thread-safe.
 */
@Component(service = ScriptComposer.class)
public final class ScriptComposer {
    /** First line of an answer that holds a script. */
    public static final String HEADER = "#!perceus run\n";

    /** Last line of a script; a node does not run one that lacks it. */
    public static final String FOOTER = "#!perceus end\n";

    private final Supplier<Map<String, Artifact>> tools;
    private final ShareRenderer renderer;

    @Activate
    public ScriptComposer(@Reference ShareRenderer renderer, @Reference InstalledPerceusOs os) {
        this(renderer, () -> os.stageOne().map(StageOne::tools).orElse(Map.of()));
    }

    ScriptComposer(ShareRenderer renderer, Supplier<Map<String, Artifact>> tools) {
        this.renderer = renderer;
        this.tools = tools;
    }

    /**
     * Composes the script of a plan.
     *
     * @param server base URL of the engine's HTTP side as the node sees it
     * @param agentToken proves the node's agent to the engine
     * @param machine what runs the script
     * @param kernelLog where its kernel shall send what it says, as {@code ADDRESS:PORT}, if it shall
     */
    public ScriptResult compose(
            Plan.Provision plan, URI server, String agentToken, SeenMachine machine, Optional<String> kernelLog) {
        Rendering rendering = renderer.render(plan, server.getHost(), machine);
        if (rendering instanceof Rendering.Shares shares) {
            NodeScript agent =
                    agent(server, agentToken, machine.cardOf(plan.node()).toString(), kernelLog);
            return new ScriptResult.Run(
                    script(plan, shares, agent), plan.image().tree());
        }
        return rendering instanceof Rendering.Refused refused
                ? new ScriptResult.Wait(refused.reason())
                : new ScriptResult.Outdated();
    }

    /**
     * What a boot loader can load for a node in place of Perceus OS, by what is known of its machine.
     *
     * @param server base URL of the engine's HTTP side as the node sees it
     */
    public Optional<DirectStart> direct(Plan.Provision plan, URI server, SeenMachine machine) {
        return renderer.render(plan, server.getHost(), machine) instanceof Rendering.Shares shares
                ? shares.direct()
                : Optional.empty();
    }

    private String script(Plan.Provision plan, Rendering.Shares shares, NodeScript agent) {
        StringBuilder script = new StringBuilder(HEADER).append(preamble(plan).text());
        append(script, shares.prepare());
        script.append("step 'configure the node'\n").append(agent.text());
        shares.configuration().forEach(share -> append(script, share));
        append(script, shares.enter());
        script.append("fail 'the provisioning method did not enter the second OS'\n");
        return script.append(FOOTER).toString();
    }

    /**
     * Where the node finds the programs of Perceus OS that are not in its initramfs, what the capsule is like, and what becomes
     * of the node's firmware.
     */
    private NodeScript preamble(Plan.Provision plan) {
        Capsule capsule = plan.capsule();
        NodeScript.Builder script = NodeScript.builder();
        tools.get()
                .forEach((name, archive) ->
                        script.call("tools_are", name, archive.sha256(), String.valueOf(archive.size())));
        String initSystem = capsule.traits().initSystem().name().toLowerCase(Locale.ROOT);
        script.call("capsule_is", capsule.traits().init(), initSystem);
        return keepsOrder(plan) ? script.build() : script.call("network_first").build();
    }

    private static boolean keepsOrder(Plan.Provision plan) {
        return plan.registry()
                .setting(plan.node(), NodeSettings.BOOT_ORDER)
                .filter(NodeSettings.KEEP_ORDER::equals)
                .isPresent();
    }

    private static void append(StringBuilder script, ModuleShare share) {
        script.append("# module ").append(share.module());
        script.append(' ').append(share.version()).append('\n');
        script.append(share.script().text());
    }

    /** What reports of the second system: its agent, and its kernel where that is needed. */
    private static NodeScript agent(URI server, String token, String mac, Optional<String> kernelLog) {
        NodeScript.Builder script = NodeScript.builder().call("install_agent", server.toString(), token, mac);
        kernelLog.ifPresent(target -> script.call("watch_kernel", target));
        return script.build();
    }
}
