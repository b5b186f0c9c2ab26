package org.perceus.vnfs.internal.kernel;

import org.perceus.vnfs.CapsuleKernel;

/**
 * A kernel that can be started and has a modules folder. Immutable.
 *
 * @param kernel the kernel
 * @param header the release by which it calls itself; empty when it does not
 * @param config what it was built with
 */
record KernelCandidate(CapsuleKernel kernel, String header, KernelConfig config) {
    Flavour flavour() {
        return Flavour.of(kernel.release(), kernel.path());
    }

    /** Whether it calls itself by the release whose modules it gets. */
    boolean callsItself() {
        return header.isEmpty() || header.equals(kernel.release());
    }

    /** Equal for several flavours of one version. */
    String version() {
        return Flavour.version(kernel.release());
    }
}
