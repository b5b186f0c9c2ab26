package org.perceus.provisioning;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Whether this server's system has room for all nodes at once. Thread-safe. */
@ProviderType
public interface ServerLimits {
    /**
     * Which limits of the system are too small for the nodes that are registered now, a sentence each with the command that
     * mends it.
     */
    List<String> complaints();
}
