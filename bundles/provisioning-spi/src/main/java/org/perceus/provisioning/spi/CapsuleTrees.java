package org.perceus.provisioning.spi;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The unpacked roots of capsules on this server, for modules that hand them out by a file server. A service of the
 * engine, always there. Thread-safe.
 */
@ProviderType
public interface CapsuleTrees {
    /**
     * The folder that all trees are in, each in a folder named as {@link NodeView#tree} says. A tree appears whole, never
     * changes, and must not be written to; only the superuser reads all of it.
     */
    Path folder();

    /** The addresses, IPv4 in dotted decimal, on which this server provisions now; a file server listens on no other. */
    List<String> serverAddresses();
}
