package org.perceus.boot;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.perceus.address.Ipv4Address;

/** Hears what kernels say by netconsole. Without one, nobody does. */
@ConsumerType
public interface KernelLog {
    /**
     * Takes lines of one machine. Nothing proves that they come from it.
     *
     * <p>Called on the thread that receives packets, so it must not block.
     *
     * @param source the address that the packet names as its sender
     * @param lines without control characters, none of them empty; at most 8 KiB together
     */
    void heard(Ipv4Address source, List<String> lines);
}
