package org.perceus.provisioning.spi;

import java.util.Optional;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.provisioning.spi.hardware.Hardware;

/**
 * What a module may know of any node of the site. Immutable.
 *
 * @since 1.1
 */
@ProviderType
public interface RegisteredNode {
    /** The node's host name: one DNS label, unique. */
    String name();

    /** The boot MAC in lower case with colons, unique. */
    String mac();

    /** Name of the node's group. */
    String group();

    /** Its address on the provisioning network, IPv4 in dotted decimal; empty for a node that has none. */
    Optional<String> address();

    /**
     * All settings that hold for it: its own, its group's and the site's.
     *
     * @return free text from administrators: hostile until quoted
     */
    SortedMap<String, String> settings();

    /**
     * What its machine has, as it said when it ran Perceus OS last; empty for a node that did not run it of late, or could not
     * tell.
     */
    Optional<Hardware> hardware();
}
