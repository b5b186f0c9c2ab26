package org.perceus.provisioning.testkit;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.provisioning.spi.RegisteredNode;

/** A node of the registry, for {@link TestNode#beside}. */
public record TestRegisteredNode(
        String name, String mac, String group, Optional<String> address, SortedMap<String, String> settings)
        implements RegisteredNode {
    /** Copies the settings. */
    public TestRegisteredNode {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }
}
