package org.perceus.administration;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who may do what: asked before each deed, also of a dry run. Thread-safe; does not block. */
@ProviderType
public interface Permission {
    /** Why an administrator may not do what he asks for, as a sentence. */
    Optional<String> objection(Administrator who);
}
