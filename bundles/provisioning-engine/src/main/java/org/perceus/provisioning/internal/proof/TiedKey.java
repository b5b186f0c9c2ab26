package org.perceus.provisioning.internal.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.node.Node;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.claim.NodeKey;

/**
 * What a node is tied to. Immutable.
 *
 * @param fingerprint of the key
 * @param machine which one held it, as {@link MachineMark} writes it, if that could be told
 */
public record TiedKey(String fingerprint, Optional<String> machine) {
    private static final Pattern FORM = Pattern.compile("(SHA256:[A-Za-z0-9+/]{43})(?: machine ([0-9a-f]{16}))?");

    /** What a node is tied to, if it is. */
    static Optional<TiedKey> of(Node node) {
        return Optional.ofNullable(node.settings().get(NodeSettings.KEY)).flatMap(TiedKey::parse);
    }

    /** Reads the value of the setting; empty when it is none. */
    public static Optional<TiedKey> parse(String value) {
        return Optional.of(FORM.matcher(value))
                .filter(Matcher::matches)
                .map(found -> new TiedKey(found.group(1), Optional.ofNullable(found.group(2))));
    }

    boolean has(NodeKey key) {
        return fingerprint.equals(key.fingerprint());
    }

    /** Whether it may be that machine. */
    boolean mayBe(Optional<String> other) {
        return machine.isEmpty() || other.isEmpty() || machine.equals(other);
    }

    /** The value of the setting. */
    @Override
    public String toString() {
        return fingerprint + machine.map(mark -> " machine " + mark).orElse("");
    }
}
