package org.perceus.administration.capsule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;

/** Which nodes are to get which capsule. Not thread-safe. */
public final class CapsuleUse {
    private final RegistrySnapshot snapshot;
    private final CapsuleLibrary library;
    private final Map<String, Optional<CapsuleId>> meanings = new HashMap<>();

    /** Looks at the nodes of a snapshot. */
    public CapsuleUse(RegistrySnapshot snapshot, CapsuleLibrary library) {
        this.snapshot = snapshot;
        this.library = library;
    }

    /** The nodes that are to get a capsule. */
    public List<Node> nodesOf(CapsuleId id) {
        return snapshot.nodes().stream().filter(node -> uses(node, id)).toList();
    }

    private boolean uses(Node node, CapsuleId id) {
        return snapshot.setting(node, NodeSettings.CAPSULE)
                .flatMap(name -> meanings.computeIfAbsent(
                        name, unknown -> library.find(unknown).map(Capsule::id)))
                .filter(id::equals)
                .isPresent();
    }
}
