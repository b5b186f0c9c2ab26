package org.perceus.provisioning;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the configuration says of nodes for which no setting says it. Thread-safe; each answer is of this moment. */
@ProviderType
public interface ProvisioningDefaults {
    /** Their provisioning method. */
    String defaultMethod();

    /** Their configuration modules. */
    List<String> defaultModules();
}
