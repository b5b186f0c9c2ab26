package org.perceus.boot;

import java.io.IOException;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;

/** Which machines answer for addresses (RFC 826), as the kernel of this server knows it. Thread-safe. */
@ProviderType
public interface Neighbors {
    /** Has the kernel ask who has an address; it knows after ten seconds. Does not block. */
    void ask(Ipv4Address address);

    /** How many machines and questions the kernel can remember at once. When it has no room left, it reaches no further node. */
    int room();

    /**
     * The addresses that are answered for. One that was not asked for lately may be of a machine that is no longer there.
     *
     * @throws IOException when the kernel does not tell
     */
    Map<Ipv4Address, HardwareAddress> known() throws IOException;
}
