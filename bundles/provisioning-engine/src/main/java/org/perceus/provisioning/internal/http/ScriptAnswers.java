package org.perceus.provisioning.internal.http;

import java.net.URI;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.module.OneLine;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.boot.TreeTenants;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.claim.Claimant;
import org.perceus.provisioning.internal.hardware.ReportedHardware;
import org.perceus.provisioning.internal.judge.BootJudge;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.internal.plan.Planner;
import org.perceus.provisioning.internal.proof.KeyGate;
import org.perceus.provisioning.internal.script.ScriptComposer;
import org.perceus.provisioning.internal.script.ScriptResult;
import org.perceus.provisioning.internal.stranger.Admission;

/** Decides what a node in Perceus OS shall do: run a script, or wait and why. Thread-safe; takes the time of the modules. */
@Component(service = ScriptAnswers.class)
public final class ScriptAnswers {
    private static final int WAIT_SECONDS = 5;

    /** One is enough unless modules are swapped at this moment. */
    private static final int PLANS = 5;

    private final NodeRegistry registry;
    private final ClaimAuthority claims;
    private final Planner planner;
    private final ScriptComposer composer;
    private final BootTracker boots;
    private final TreeTenants tenants;
    private final BootJudge judge;
    private final Admission admission;
    private final KeyGate gate;
    private final ReportedHardware inventory;

    @Activate
    public ScriptAnswers(
            @Reference NodeRegistry registry,
            @Reference ClaimAuthority claims,
            @Reference Planner planner,
            @Reference ScriptComposer composer,
            @Reference BootTracker boots,
            @Reference TreeTenants tenants,
            @Reference BootJudge judge,
            @Reference Admission admission,
            @Reference KeyGate gate,
            @Reference ReportedHardware inventory) {
        this.registry = registry;
        this.claims = claims;
        this.planner = planner;
        this.composer = composer;
        this.boots = boots;
        this.tenants = tenants;
        this.judge = judge;
        this.admission = admission;
        this.gate = gate;
        this.inventory = inventory;
    }

    HttpAnswer answer(Claimant claimant, HttpRequest request, HardwareReport hardware) {
        BootId boot = claimant.boot();
        Optional<HttpAnswer> refused = admit(boot, request);
        if (refused.isPresent()) {
            return refused.get();
        }
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Node> node = snapshot.node(boot.mac());
        if (node.isEmpty()) {
            return HttpAnswer.refused(403, "the node of this claim was deleted: boot the machine again");
        }
        Optional<Ipv4Address> address =
                node.get().addresses().filter(request.peer()::equals).findFirst();
        if (address.isEmpty()) {
            return HttpAnswer.refused(403, "the claim was given to another address: boot the machine again");
        }
        Optional<String> hindrance = hindrance(claimant, node.get(), request, hardware);
        if (hindrance.isPresent()) {
            boots.holdBack(boot, hindrance.get());
            return HttpAnswer.ok("#!perceus prove " + WAIT_SECONDS + " " + hindrance.get() + "\n");
        }
        Node here = node.get().at(address);
        inventory.report(boot.mac(), hardware.summary());
        judge.reached(boot);
        boots.contact(boot.mac());
        ScriptResult result = new ScriptResult.Outdated();
        for (int i = 0; i < PLANS && result instanceof ScriptResult.Outdated; i++) {
            result = compose(planner.plan(here, snapshot), boot, request.server(), hardware);
        }
        if (result instanceof ScriptResult.Outdated) {
            result = new ScriptResult.Wait("a module that the node needs is being replaced");
        }
        if (result instanceof ScriptResult.Wait wait) {
            String reason = OneLine.of(wait.reason());
            boots.progress(boot, NodeState.WAITING, "wait", reason);
            return waiting(reason);
        }
        ScriptResult.Run run = (ScriptResult.Run) result;
        run.tree().ifPresent(tree -> tenants.moveIn(boot, tree));
        boots.record(boot, NodeState.PROVISIONING, BootEvent.HARDWARE, hardware.summary());
        return HttpAnswer.ok(run.script());
    }

    /** Makes a node of a machine that is none yet; what it is told when it does not become one. */
    private Optional<HttpAnswer> admit(BootId boot, HttpRequest request) {
        if (registry.snapshot().node(boot.mac()).isPresent()) {
            return Optional.empty();
        }
        try {
            return admission.admit(boot.mac(), request.peer()).map(OneLine::of).map(ScriptAnswers::waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(waiting("the server stops"));
        }
    }

    /** Why a machine has to wait that may not be the node's; nothing that it says counts. */
    private Optional<String> hindrance(Claimant claimant, Node node, HttpRequest request, HardwareReport hardware) {
        try {
            return gate.pass(new KeyGate.Asking(claimant, hardware.mark(), request.peer(), request.server()), node)
                    .map(OneLine::of);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the server stops");
        }
    }

    private static HttpAnswer waiting(String reason) {
        return waiting(WAIT_SECONDS, reason);
    }

    static HttpAnswer waiting(long seconds, String reason) {
        return HttpAnswer.ok("#!perceus wait " + seconds + " " + reason + "\n");
    }

    private ScriptResult compose(Plan plan, BootId boot, URI server, HardwareReport hardware) {
        if (plan instanceof Plan.Provision provision) {
            return judge.hold(provision)
                    .<ScriptResult>map(ScriptResult.Wait::new)
                    .orElseGet(() -> compose(provision, boot, server, hardware));
        }
        return new ScriptResult.Wait(((Plan.Wait) plan).reason());
    }

    private ScriptResult compose(Plan.Provision plan, BootId boot, URI server, HardwareReport hardware) {
        String agent = claims.issue(Bearer.AGENT, boot);
        ScriptResult result = composer.compose(plan, server, agent, hardware.machine(), judge.kernelLog(boot, server));
        if (result instanceof ScriptResult.Run) {
            judge.give(boot, plan);
        }
        return result;
    }
}
