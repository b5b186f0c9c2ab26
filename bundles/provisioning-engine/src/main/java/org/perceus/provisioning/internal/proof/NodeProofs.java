package org.perceus.provisioning.internal.proof;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootId;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claimant;
import org.perceus.provisioning.internal.claim.NodeKey;

/** Says whether a machine that shows a claim is the one that its node is tied to. Changes nothing; thread-safe. */
@Component(service = NodeProofs.class)
public final class NodeProofs {
    /** Step of a time-line whose detail begins with the key that was shown in that boot. */
    static final String STEP = "show its key";

    private final BootTracker boots;
    private final ShownKeys shown;
    private final InstantSource clock;

    @Activate
    public NodeProofs(@Reference BootTracker boots, @Reference ShownKeys shown) {
        this(boots, shown, InstantSource.system());
    }

    public NodeProofs(BootTracker boots, ShownKeys shown, InstantSource clock) {
        this.boots = boots;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * Looks at who shows a claim.
     *
     * @param machine its {@link MachineMark}, if it is known
     */
    public Standing standing(Claimant who, Node node, RegistrySnapshot snapshot, Optional<String> machine) {
        Optional<String> before = shownIn(who.boot());
        if (before.isPresent() && !before.equals(who.key().map(NodeKey::fingerprint))) {
            return new Standing.Another(
                    "two machines show the claim of one boot",
                    "another machine has shown the claim of this boot with the key " + before.get()
                            + ": boot the machine again, and look who else uses its MAC");
        }
        return who.key()
                .map(key -> withKey(key, node, snapshot, machine))
                .orElseGet(() -> asksForKey(node, snapshot)
                        ? new Standing.Another(
                                "it shows no key, and its node asks for one by the setting proof",
                                "it shows no key: have Perceus OS built anew, or 'perceus node set proof=auto "
                                        + node.name() + "'")
                        : new Standing.Named(""));
    }

    private Standing withKey(NodeKey key, Node node, RegistrySnapshot snapshot, Optional<String> machine) {
        Optional<TiedKey> tied = TiedKey.of(node);
        boolean right = tied.filter(known -> known.has(key)).isPresent();
        if (right && tied.get().mayBe(machine)) {
            return new Standing.Proved(key);
        }
        if (!node.approved()) {
            return new Standing.Named("waits for approval");
        }
        if (isArmed(node) || (tied.isEmpty() && shown.mayBe(node.mac(), key))) {
            return new Standing.New(new TiedKey(key.fingerprint(), machine));
        }
        if (right) {
            return another("it shows the key of its node, and is another machine", node, key);
        }
        return tied.isEmpty() || asksForKey(node, snapshot)
                ? another("it shows another key than the one that its node is tied to", node, key)
                : new Standing.Named("is not the one that the node is tied to: it proves nothing");
    }

    private static Standing.Another another(String cause, Node node, NodeKey key) {
        return new Standing.Another(
                cause,
                cause + ": " + key + "; if that is right, 'perceus node arm " + node.name()
                        + "', else look who uses its MAC");
    }

    private static boolean asksForKey(Node node, RegistrySnapshot snapshot) {
        return NodeSettings.of(node, snapshot, NodeSettings.PROOF)
                .filter(NodeSettings.PROOF_BY_KEY::equals)
                .isPresent();
    }

    private boolean isArmed(Node node) {
        Instant now = clock.instant();
        return NodeSettings.armedUntil(node).filter(now::isBefore).isPresent();
    }

    /** The key that was shown before in a boot. */
    private Optional<String> shownIn(BootId boot) {
        return notedIn(boot).map(detail -> detail.split(" ", 2)[0]);
    }

    /** What the time-line of a boot says last of its key. */
    Optional<String> notedIn(BootId boot) {
        return boots.underWay(boot)
                .flatMap(latest -> latest.newest(event -> event.step().equals(STEP)));
    }
}
