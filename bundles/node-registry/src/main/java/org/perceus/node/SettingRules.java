package org.perceus.node;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the settings of nodes can be. Whoever reads settings registers this as an OSGi service; the registry asks all of them
 * at each change, and of the site's configuration. Thread-safe; calls do not block.
 */
@ConsumerType
public interface SettingRules {
    /** Who has a setting. */
    enum Owner {
        /** A node itself. */
        NODE,
        /** A group, for its members. */
        GROUP,
        /** The site, for all nodes. */
        SITE
    }

    /** Why a setting cannot have a value, whatever is installed, as a sentence that says what would be right. */
    Optional<String> objection(SettingKey key, String value, Owner owner);
}
