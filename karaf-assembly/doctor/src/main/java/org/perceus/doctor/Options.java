package org.perceus.doctor;

import java.util.List;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;

/**
 * What the user wants. Immutable.
 *
 * @param device the only device to examine; empty for all that are configured
 * @param server a boot server to look at from another machine; empty to examine this one
 * @param ntp whom to ask for the time; empty for those that this machine is told to ask
 * @param quick whether to leave hashes of artifacts out
 * @param json whether to print JSON
 * @param progress whether somebody watches
 */
record Options(
        Optional<String> device,
        Optional<Ipv4> server,
        List<String> ntp,
        boolean quick,
        boolean json,
        boolean progress) {}
