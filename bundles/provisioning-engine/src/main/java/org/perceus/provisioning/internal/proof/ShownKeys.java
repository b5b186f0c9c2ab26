package org.perceus.provisioning.internal.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.NodeKeys;
import org.perceus.provisioning.internal.claim.NodeKey;

/** What machines show that wait to be approved. Thread-safe. */
@Component(service = {ShownKeys.class, NodeKeys.class})
public final class ShownKeys implements NodeKeys {
    /** Some 3 MB; of more that wait the ones that were heard of first are forgotten. */
    private static final int MOST = 20_000;

    private final Map<MacAddress, NodeKey> keys = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MacAddress, NodeKey> eldest) {
            return size() > MOST;
        }
    };

    /** None was shown. */
    @Activate
    public ShownKeys() {}

    @Override
    public synchronized Optional<String> shown(MacAddress mac) {
        return Optional.ofNullable(keys.get(mac)).map(NodeKey::fingerprint);
    }

    /** A machine waits; the first key that is shown counts, as an administrator may have read it by now. */
    synchronized void waits(MacAddress mac, NodeKey key) {
        keys.putIfAbsent(mac, key);
    }

    /** Whether nobody waited with another key. */
    synchronized boolean mayBe(MacAddress mac, NodeKey key) {
        return keys.getOrDefault(mac, key).equals(key);
    }

    /** The node is tied to a key. */
    synchronized void forget(MacAddress mac) {
        keys.remove(mac);
    }
}
