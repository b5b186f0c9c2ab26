package org.perceus.provisioning.internal.claim;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.Boot;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSummary;
import org.perceus.provisioning.internal.config.EngineConfiguration;

/** Gives out claims and says whether a claim holds now. Thread-safe. */
@Component(service = ClaimAuthority.class)
public final class ClaimAuthority {
    private final ClaimCodec codec;
    private final BootJournal journal;
    private final KeyProofs proofs = new KeyProofs();

    @Activate
    public ClaimAuthority(@Reference EngineConfiguration configuration, @Reference BootJournal journal)
            throws IOException {
        this(
                new ClaimCodec(new KeyFile(configuration.now().directory().resolve("claims.key"))
                        .readOrCreate(new SecureRandom())),
                journal);
    }

    public ClaimAuthority(ClaimCodec codec, BootJournal journal) {
        this.codec = codec;
        this.journal = journal;
    }

    /** A token for one bearer in one boot. */
    public String issue(Claim.Bearer bearer, BootId boot) {
        return codec.encode(new Claim(bearer, boot));
    }

    /**
     * Checks a token.
     *
     * @return the boot it holds for; empty when it is forged, its boot has ended, or the node's next boot has reached Perceus
     *     OS
     */
    public Optional<BootId> verify(String token, Claim.Bearer bearer) {
        return claimant(token, bearer).map(Claimant::boot);
    }

    /** The same, with the key that the token proves; empty also when it has the form of a proof and proves nothing. */
    public Optional<Claimant> claimant(String token, Claim.Bearer bearer) {
        return ShownClaim.of(token).flatMap(shown -> codec.decode(shown.claim())
                .filter(claim -> claim.bearer() == bearer && holds(claim))
                .flatMap(claim -> claimant(token, shown, claim.boot())));
    }

    private Optional<Claimant> claimant(String token, ShownClaim shown, BootId boot) {
        return shown.proof().isEmpty()
                ? Optional.of(new Claimant(boot, Optional.empty()))
                : proofs.key(token, shown.claim(), shown.proof().get())
                        .map(key -> new Claimant(boot, Optional.of(key)));
    }

    private boolean holds(Claim claim) {
        Optional<BootSummary> proved = journal.latest(claim.boot().mac());
        long newest = proved.map(boot -> boot.id().startedMillis()).orElse(Long.MIN_VALUE);
        long claimed = claim.boot().startedMillis();
        if (claimed > newest) {
            return journal.underWay(claim.boot()).flatMap(Boot::ended).isEmpty();
        }
        boolean running = proved.flatMap(BootSummary::ended).isEmpty();
        return claimed == newest && (running || claim.bearer() == Claim.Bearer.AGENT);
    }
}
