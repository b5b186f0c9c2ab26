package org.perceus.provisioning.internal.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.internal.boot.BootChoices;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.MemoryTest;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.stranger.Admission;

/** Decides what iPXE shall do in a boot: load Perceus OS, or what was chosen for it. Thread-safe. */
@Component(service = BootScripts.class)
public final class BootScripts {
    private static final String NOT_NOW = "the node has no network, or no Perceus OS is installed";

    private final NodeRegistry registry;
    private final InstalledPerceusOs os;
    private final BootTracker boots;
    private final BootChoices choices;
    private final Admission admission;
    private final DirectStarts directs;
    private final Supplier<IpxeScript> scripts;

    @Activate
    public BootScripts(
            @Reference EngineConfiguration configuration,
            @Reference NodeRegistry registry,
            @Reference InstalledPerceusOs os,
            @Reference BootTracker boots,
            @Reference BootChoices choices,
            @Reference Admission admission,
            @Reference DirectStarts directs) {
        this(
                registry,
                os,
                boots,
                choices,
                admission,
                directs,
                () -> new IpxeScript(configuration.now().osKernelArguments()));
    }

    BootScripts(
            NodeRegistry registry,
            InstalledPerceusOs os,
            BootTracker boots,
            BootChoices choices,
            Admission admission,
            DirectStarts directs,
            Supplier<IpxeScript> scripts) {
        this.registry = registry;
        this.os = os;
        this.boots = boots;
        this.choices = choices;
        this.admission = admission;
        this.directs = directs;
        this.scripts = scripts;
    }

    /** The script of a boot, for who asks from the machine's address and is given its claim by that. */
    HttpAnswer of(BootId boot, String claim, HttpRequest request) {
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Node> node = snapshot.node(boot.mac());
        // it may have another since it was found there, and what is told here spends what holds for one boot
        if (node.filter(known -> known.addresses().findAny().isPresent())
                .filter(known -> !known.has(request.peer()))
                .isPresent()) {
            return HttpAnswer.refused(403, "the claim was given to another address: boot the machine again");
        }
        Optional<StageOne> stageOne = os.stageOne();
        if (stageOne.isEmpty()) {
            return HttpAnswer.refused(503, NOT_NOW);
        }
        Setting setting = new Setting(stageOne.get(), request, claim);
        return node.isPresent() ? ofNode(boot, node.get(), snapshot, setting) : ofStranger(boot, snapshot, setting);
    }

    /** What a node is told that is to start from its disk, without a boot of it: there is no more in it than in a refusal. */
    Optional<HttpAnswer> ofDisk(MacAddress mac) {
        RegistrySnapshot snapshot = registry.snapshot();
        return snapshot.node(mac)
                .filter(node -> BootChoice.ofNextBoot(node, snapshot) == BootChoice.DISK)
                .map(node -> HttpAnswer.ok(IpxeScript.leave(node.name().value())));
    }

    private HttpAnswer ofNode(BootId boot, Node node, RegistrySnapshot snapshot, Setting setting) {
        Optional<NetworkStart> found =
                NetworkStart.of(node, BootCard.toldByIpxe(node, snapshot), snapshot, setting.os(), setting.request());
        if (found.isEmpty()) {
            return HttpAnswer.refused(503, NOT_NOW);
        }
        NetworkStart start = found.get();
        return switch (choices.take(boot, node, snapshot)) {
            case DISK -> HttpAnswer.ok(leave(boot, start));
            case MEMTEST -> HttpAnswer.ok(testMemory(boot, start));
            case RESCUE -> HttpAnswer.ok(load(boot, start, setting.claim(), ConsoleShell.AT_ONCE));
            case PROVISION -> provision(boot, node, snapshot, start, setting.claim());
            case NONE -> HttpAnswer.ok(load(boot, start, setting.claim(), ConsoleShell.of(node, snapshot)));
        };
    }

    private HttpAnswer provision(BootId boot, Node node, RegistrySnapshot snapshot, NetworkStart start, String claim) {
        IpxeScript script = scripts.get();
        return directs.answer(
                boot,
                node,
                snapshot,
                start,
                new DirectStarts.Words(
                        direct -> script.direct(start, claim, direct),
                        () -> script.of(start, claim, ConsoleShell.of(node, snapshot))));
    }

    private HttpAnswer ofStranger(BootId boot, RegistrySnapshot snapshot, Setting setting) {
        Optional<Lease> lease = admission.lent(boot.mac(), setting.request().peer());
        Optional<Network> network = lease.map(Lease::address).flatMap(snapshot::network);
        if (network.isEmpty()) {
            return HttpAnswer.refused(
                    403, "the node was deleted, or the claim was given to another address: boot the machine again");
        }
        NetworkStart start = new NetworkStart(
                boot.mac().toString(),
                BootCard.ofStranger(boot.mac()),
                lease.get().address(),
                network.get(),
                setting.os(),
                setting.request().server());
        return HttpAnswer.ok(load(boot, start, setting.claim(), ConsoleShell.NEVER));
    }

    /** What all machines have in common that ask. */
    private record Setting(StageOne os, HttpRequest request, String claim) {}

    private String load(BootId boot, NetworkStart start, String claim, ConsoleShell shell) {
        boots.loads(boot, start.os().release().version(), Optional.empty());
        return scripts.get().of(start, claim, shell);
    }

    private String leave(BootId boot, NetworkStart start) {
        boots.record(boot, NodeState.BOOTING, "start from its disk", "");
        return IpxeScript.leave(start.name());
    }

    private String testMemory(BootId boot, NetworkStart start) {
        Optional<MemoryTest> test = start.os().memoryTest();
        if (test.isEmpty()) {
            String sentence = "the Perceus OS that is installed has no memory test: build it anew";
            boots.record(boot, NodeState.FAILED, "failed", sentence);
            return IpxeScript.refuse(start.name(), sentence);
        }
        boots.record(boot, NodeState.BOOTING, "test its memory", "until somebody restarts it; see its console");
        return scripts.get().memoryTest(start, test.get());
    }
}
