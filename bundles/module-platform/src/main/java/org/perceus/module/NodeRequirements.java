package org.perceus.module;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** What nodes are to get by their settings, offered by the room above. Thread-safe; answers come from memory. */
@ConsumerType
public interface NodeRequirements {
    /** The capsules, of those that are there, that approved nodes are to get by a provisioning method now. */
    Set<CapsuleContent> capsules(String method);
}
