package org.perceus.provisioning.internal.http;

import java.net.Inet4Address;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.HttpRequestHead;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.boot.BootChoices;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.http.IpxeScript.Shell;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.MemoryTest;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.stranger.Admission;

/** Gives iPXE the script of its boot. */
@Component(service = HttpEndpoint.class)
public final class BootEndpoint implements HttpEndpoint {
    private static final Pattern PATH = Pattern.compile("/boot/([A-Za-z0-9_-]{20,128})/ipxe");

    private static final String NOT_NOW = "the node has no network, or no Perceus OS is installed";

    private final NodeRegistry registry;
    private final InstalledPerceusOs os;
    private final ClaimAuthority claims;
    private final BootTracker boots;
    private final BootChoices choices;
    private final Admission admission;
    private final Supplier<IpxeScript> script;

    @Activate
    public BootEndpoint(
            @Reference EngineConfiguration configuration,
            @Reference NodeRegistry registry,
            @Reference InstalledPerceusOs os,
            @Reference ClaimAuthority claims,
            @Reference BootTracker boots,
            @Reference BootChoices choices,
            @Reference Admission admission) {
        this(
                registry,
                os,
                claims,
                boots,
                choices,
                admission,
                () -> new IpxeScript(configuration.now().osKernelArguments()));
    }

    BootEndpoint(
            NodeRegistry registry,
            InstalledPerceusOs os,
            ClaimAuthority claims,
            BootTracker boots,
            BootChoices choices,
            Admission admission,
            Supplier<IpxeScript> script) {
        this.registry = registry;
        this.os = os;
        this.claims = claims;
        this.boots = boots;
        this.choices = choices;
        this.admission = admission;
        this.script = script;
    }

    @Override
    public String prefix() {
        return "/boot/";
    }

    @Override
    public Optional<HttpAnswer> refuse(HttpRequestHead head) {
        if (token(head.path()).isEmpty()) {
            return Optional.of(HttpAnswer.refused(404, "there is no such boot file"));
        }
        return head.method().equals("GET") || head.method().equals("HEAD")
                ? Optional.empty()
                : Optional.of(HttpAnswer.refused(405, "the script of a boot can only be read"));
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        Optional<HttpAnswer> refusal = refuse(request.head());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String token = token(request.path()).orElseThrow();
        Optional<BootId> boot = claims.verify(token, Bearer.STAGE_ONE);
        if (boot.isEmpty()) {
            return HttpAnswer.refused(403, "the claim is wrong, or its boot is over: boot the machine again");
        }
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Node> node = snapshot.node(boot.get().mac());
        // whoever sends a DHCP packet is told the claim, and what is told here spends what holds for one boot
        if (node.flatMap(Node::address)
                .filter(address -> !address.equals(request.peer()))
                .isPresent()) {
            return HttpAnswer.refused(403, "the claim was given to another address: boot the machine again");
        }
        Optional<StageOne> stageOne = os.stageOne();
        if (stageOne.isEmpty()) {
            return HttpAnswer.refused(503, NOT_NOW);
        }
        return node.isPresent()
                ? ofNode(boot.get(), node.get(), snapshot, new Setting(stageOne.get(), request, token))
                : ofStranger(boot.get(), snapshot, new Setting(stageOne.get(), request, token));
    }

    private HttpAnswer ofNode(BootId boot, Node node, RegistrySnapshot snapshot, Setting setting) {
        Optional<Network> network = node.address().flatMap(snapshot::network);
        if (network.isEmpty()) {
            return HttpAnswer.refused(503, NOT_NOW);
        }
        NetworkStart start =
                setting.start(node.name().value(), node.mac(), node.address().orElseThrow(), network.get());
        return HttpAnswer.ok(
                switch (choices.take(boot, node, snapshot)) {
                    case DISK -> leave(boot, start);
                    case MEMTEST -> testMemory(boot, start);
                    case RESCUE -> load(boot, start, Shell.AT_ONCE);
                    case PROVISION, NONE -> load(boot, start, shell(node, snapshot));
                });
    }

    private HttpAnswer ofStranger(BootId boot, RegistrySnapshot snapshot, Setting setting) {
        Optional<Lease> lease = admission.lent(boot.mac(), setting.request().peer());
        Optional<Network> network = lease.map(Lease::address).flatMap(snapshot::network);
        if (network.isEmpty()) {
            return HttpAnswer.refused(
                    403, "the node was deleted, or the claim was given to another address: boot the machine again");
        }
        NetworkStart start =
                setting.start(boot.mac().toString(), boot.mac(), lease.get().address(), network.get());
        return HttpAnswer.ok(load(boot, start, Shell.NEVER));
    }

    /** What all machines have in common that ask. */
    private record Setting(StageOne os, HttpRequest request, String claim) {
        NetworkStart start(String name, MacAddress mac, Inet4Address address, Network network) {
            return new NetworkStart(name, mac, address, network, os, request.server(), claim);
        }
    }

    private static Optional<String> token(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String load(BootId boot, NetworkStart start, Shell shell) {
        String version = start.os().release().version();
        boots.record(boot, NodeState.BOOTING, "load Perceus OS", version);
        return script.get().of(start, shell);
    }

    private String leave(BootId boot, NetworkStart start) {
        boots.record(boot, NodeState.BOOTING, "start from its disk", "");
        return script.get().leave(start);
    }

    private String testMemory(BootId boot, NetworkStart start) {
        Optional<MemoryTest> test = start.os().memoryTest();
        if (test.isEmpty()) {
            String sentence = "the Perceus OS that is installed has no memory test: build it anew";
            boots.record(boot, NodeState.FAILED, "failed", sentence);
            return script.get().refuse(start, sentence);
        }
        boots.record(boot, NodeState.BOOTING, "test its memory", "until somebody restarts it; see its console");
        return script.get().memoryTest(start, test.get());
    }

    private static Shell shell(Node node, RegistrySnapshot snapshot) {
        boolean debug =
                snapshot.setting(node, NodeSettings.DEBUG).filter("yes"::equals).isPresent();
        return debug ? Shell.WHEN_IT_FAILS : Shell.NEVER;
    }
}
