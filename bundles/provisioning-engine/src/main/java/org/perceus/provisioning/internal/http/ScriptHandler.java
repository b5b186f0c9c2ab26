package org.perceus.provisioning.internal.http;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.claim.Claimant;
import org.perceus.provisioning.internal.http.ScriptQueue.Place;

/** Takes the questions of nodes in Perceus OS what to do. Thread-safe; does not block. */
@Component(service = ScriptHandler.class)
public final class ScriptHandler {
    private final ClaimAuthority claims;
    private final ScriptQueue queue;
    private final ScriptAnswers answers;
    private final BootTracker boots;

    @Activate
    public ScriptHandler(
            @Reference ClaimAuthority claims,
            @Reference ScriptQueue queue,
            @Reference ScriptAnswers answers,
            @Reference BootTracker boots) {
        this.claims = claims;
        this.queue = queue;
        this.answers = answers;
        this.boots = boots;
    }

    HttpAnswer answer(String token, HttpRequest request, KeyValues body) {
        Optional<Claimant> claimant = claims.claimant(token, Bearer.STAGE_ONE);
        if (claimant.isEmpty()) {
            return HttpAnswer.refused(403, "the claim is wrong, or its boot is over: boot the machine again");
        }
        HardwareReport hardware = HardwareReport.of(body);
        Place place = queue.take(() -> answers.answer(claimant.get(), request, hardware));
        if (place instanceof Place.ComeAgain again) {
            boots.holdBack(claimant.get().boot(), again.sentence());
            return ScriptAnswers.waiting(again.after().toSeconds(), again.sentence());
        }
        return new HttpAnswer.Later(((Place.Taken) place).answer());
    }
}
