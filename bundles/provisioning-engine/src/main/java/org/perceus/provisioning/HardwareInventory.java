package org.perceus.provisioning;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.spi.hardware.Hardware;

/** What machines said they have, when they ran Perceus OS last. Thread-safe. */
@ProviderType
@FunctionalInterface
public interface HardwareInventory {
    /** What a machine has; empty when it did not boot of late, or could not tell. */
    Optional<Hardware> of(MacAddress mac);
}
