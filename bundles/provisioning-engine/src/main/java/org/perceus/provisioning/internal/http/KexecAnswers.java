package org.perceus.provisioning.internal.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.VlanId;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.module.OneLine;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.internal.boot.BootChoices;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.StageOne;

/**
 * Begins boots that go from the system which runs on a node into Perceus OS, or says why a node has to go by its firmware.
 * Thread-safe.
 */
@Component(service = KexecAnswers.class)
public final class KexecAnswers {
    /** The first line of an answer that sends the node through its firmware; the reason may follow a blank. */
    static final String FIRMWARE = "#!perceus firmware";

    private final ClaimAuthority claims;
    private final NodeRegistry registry;
    private final InstalledPerceusOs os;
    private final BootTracker boots;
    private final BootChoices choices;
    private final DirectStarts directs;
    private final Supplier<String> arguments;

    @Activate
    public KexecAnswers(
            @Reference EngineConfiguration configuration,
            @Reference ClaimAuthority claims,
            @Reference NodeRegistry registry,
            @Reference InstalledPerceusOs os,
            @Reference BootTracker boots,
            @Reference BootChoices choices,
            @Reference DirectStarts directs) {
        this(claims, registry, os, boots, choices, directs, () -> configuration
                .now()
                .osKernelArguments());
    }

    KexecAnswers(
            ClaimAuthority claims,
            NodeRegistry registry,
            InstalledPerceusOs os,
            BootTracker boots,
            BootChoices choices,
            DirectStarts directs,
            Supplier<String> arguments) {
        this.claims = claims;
        this.registry = registry;
        this.os = os;
        this.boots = boots;
        this.choices = choices;
        this.directs = directs;
        this.arguments = arguments;
    }

    /**
     * Answers the agent of a node, which has proved that it is.
     *
     * @param card by which its boot came; one that the node does not have counts for nothing
     * @param vlan by which its boot came
     */
    HttpAnswer answer(MacAddress mac, HttpRequest request, Optional<MacAddress> card, Optional<VlanId> vlan) {
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Node> node = snapshot.node(mac);
        if (node.isEmpty()) {
            return HttpAnswer.refused(403, "the node of this claim was deleted");
        }
        BootChoice choice = BootChoice.ofNextBoot(node.get(), snapshot);
        if (choice.isOfFirmware()) {
            return firmware("its next boot is for " + choice + ", which the firmware starts");
        }
        Optional<StageOne> stageOne = os.stageOne();
        if (stageOne.isEmpty() || !stageOne.get().tools().containsKey(KexecScript.TOOLS)) {
            return firmware("the server has no Perceus OS that can be entered from a running system: build it anew");
        }
        BootCard asking = BootCard.told(
                node.get(), snapshot, card, vlan.map(VlanId::toString).orElse(""));
        return begin(node.get(), asking, snapshot, stageOne.get(), request)
                .orElseGet(() -> firmware(request.peer() + " is no address of the node in a network of the registry"));
    }

    private Optional<HttpAnswer> begin(
            Node node, BootCard card, RegistrySnapshot snapshot, StageOne stageOne, HttpRequest request) {
        return NetworkStart.of(node, card, snapshot, stageOne, request).map(start -> begin(node, snapshot, start));
    }

    private HttpAnswer begin(Node node, RegistrySnapshot snapshot, NetworkStart start) {
        BootId boot = boots.kexec(node.mac());
        String claim = claims.issue(Bearer.STAGE_ONE, boot);
        KexecScript script = new KexecScript(arguments.get());
        if (choices.take(boot, node, snapshot) == BootChoice.RESCUE) {
            boots.loads(boot, start.os().release().version(), Optional.empty());
            return HttpAnswer.ok(script.of(start, claim, ConsoleShell.AT_ONCE));
        }
        return directs.answer(
                boot,
                node,
                snapshot,
                start,
                new DirectStarts.Words(
                        direct -> KexecScript.direct(start, claim, direct),
                        () -> script.of(start, claim, ConsoleShell.of(node, snapshot))));
    }

    private static HttpAnswer firmware(String why) {
        return HttpAnswer.ok(FIRMWARE + " " + OneLine.of(why) + "\n");
    }
}
