package org.perceus.provisioning.testkit;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.hardware.Hardware;

/** A node of the registry, for {@link TestNode#beside}. */
public record TestRegisteredNode(
        String name,
        String mac,
        String group,
        Optional<String> address,
        SortedMap<String, String> settings,
        Optional<Hardware> hardware)
        implements RegisteredNode {
    /** Copies the settings. */
    public TestRegisteredNode {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** A node that has not said what its machine has. */
    public TestRegisteredNode(
            String name, String mac, String group, Optional<String> address, SortedMap<String, String> settings) {
        this(name, mac, group, address, settings, Optional.empty());
    }
}
