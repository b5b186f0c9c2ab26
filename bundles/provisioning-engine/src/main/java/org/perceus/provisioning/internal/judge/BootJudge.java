package org.perceus.provisioning.internal.judge;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootId;
import org.perceus.provisioning.internal.plan.Plan;

/** What the boots before mean for a node that asks for its script. Thread-safe. */
@Component(service = BootJudge.class)
public final class BootJudge {
    private final BootVerdicts verdicts;
    private final RetryLimit retries;
    private final GivenSystems given;
    private final KernelWatch kernels;

    @Activate
    public BootJudge(
            @Reference BootVerdicts verdicts,
            @Reference RetryLimit retries,
            @Reference GivenSystems given,
            @Reference KernelWatch kernels) {
        this.verdicts = verdicts;
        this.retries = retries;
        this.given = given;
        this.kernels = kernels;
    }

    /** Notes that a boot has proved that it is in Perceus OS. */
    public CompletionStage<Boolean> reached(BootId boot) {
        return verdicts.reached(boot);
    }

    /** Why the node has to wait, although it could be provisioned. */
    public Optional<String> hold(Plan.Provision plan) {
        return retries.hold(plan);
    }

    /** Where its kernel shall send what it says, as {@code ADDRESS:PORT}, if it shall. */
    public Optional<String> kernelLog(BootId boot, URI server) {
        return kernels.target(boot, server);
    }

    /** Notes what the boot is given. */
    public void give(BootId boot, Plan.Provision plan) {
        given.give(boot, plan);
    }
}
