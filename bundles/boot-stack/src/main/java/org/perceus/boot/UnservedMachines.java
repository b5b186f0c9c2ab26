package org.perceus.boot;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of machines that get no answer by DHCP, or one with nothing to boot, although they wanted to. All are told. */
@ConsumerType
public interface UnservedMachines {
    /**
     * A machine asked, and this is why it was not served. Nothing proves that there is such a machine.
     *
     * <p>Called for each request, on the thread that answers: it must not block, and has to bound what it keeps.
     *
     * @param client the machine
     * @param reason one sentence
     */
    void unserved(BootClient client, String reason);
}
