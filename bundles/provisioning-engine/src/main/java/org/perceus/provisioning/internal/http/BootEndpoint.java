package org.perceus.provisioning.internal.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.node.BootId;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.StageOne;

/** Gives iPXE the script of its boot. */
@Component(service = HttpEndpoint.class, configurationPid = EngineConfig.PID)
public final class BootEndpoint implements HttpEndpoint {
    private static final Pattern PATH = Pattern.compile("/boot/([A-Za-z0-9_-]{20,128})/ipxe");

    private final NodeRegistry registry;
    private final InstalledPerceusOs os;
    private final ClaimAuthority claims;
    private final BootTracker boots;
    private final IpxeScript script;

    @Activate
    public BootEndpoint(
            EngineConfig config,
            @Reference NodeRegistry registry,
            @Reference InstalledPerceusOs os,
            @Reference ClaimAuthority claims,
            @Reference BootTracker boots) {
        this(registry, os, claims, boots, new IpxeScript(config.osKernelArguments()));
    }

    BootEndpoint(
            NodeRegistry registry, InstalledPerceusOs os, ClaimAuthority claims, BootTracker boots, IpxeScript script) {
        this.registry = registry;
        this.os = os;
        this.claims = claims;
        this.boots = boots;
        this.script = script;
    }

    @Override
    public String prefix() {
        return "/boot/";
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return HttpAnswer.refused(404, "there is no such boot file");
        }
        if (!request.method().equals("GET")) {
            return HttpAnswer.refused(405, "the script of a boot can only be read");
        }
        Optional<BootId> boot = claims.verify(path.group(1), Bearer.STAGE_ONE);
        if (boot.isEmpty()) {
            return HttpAnswer.refused(403, "the claim is wrong, or its boot is over: boot the machine again");
        }
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Node> node = snapshot.node(boot.get().mac());
        Optional<Network> network = node.flatMap(Node::address).flatMap(snapshot::network);
        Optional<StageOne> stageOne = os.stageOne();
        if (network.isEmpty() || stageOne.isEmpty()) {
            return HttpAnswer.refused(503, "the node has no network, or no Perceus OS is installed");
        }
        boots.record(
                boot.get(),
                NodeState.BOOTING,
                "load Perceus OS",
                stageOne.get().release().version());
        return HttpAnswer.ok(script.of(
                stageOne.get(),
                node.get(),
                network.get(),
                request.server(),
                path.group(1),
                shell(node.get(), snapshot)));
    }

    private static IpxeScript.Shell shell(Node node, RegistrySnapshot snapshot) {
        if (BootChoice.of(node, snapshot) == BootChoice.RESCUE) {
            return IpxeScript.Shell.AT_ONCE;
        }
        boolean debug =
                snapshot.setting(node, NodeSettings.DEBUG).filter("yes"::equals).isPresent();
        return debug ? IpxeScript.Shell.WHEN_IT_FAILS : IpxeScript.Shell.NEVER;
    }
}
