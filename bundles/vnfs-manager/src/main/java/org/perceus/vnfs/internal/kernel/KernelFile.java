package org.perceus.vnfs.internal.kernel;

import java.util.Optional;

/**
 * A file of a root that is a kernel, or is called like one. Immutable.
 *
 * @param path where it is, without a slash at its beginning; not a link
 * @param header what its first bytes say
 * @param named the release that its name or its folder says, if they say one
 */
record KernelFile(String path, KernelHeader header, Optional<String> named) {
    /** Why it cannot be entered, as a sentence; empty when it can. */
    Optional<String> refusal() {
        return header instanceof KernelHeader.Foreign foreign
                ? Optional.of("/" + path + " is no kernel for x86_64: " + foreign.what())
                : Optional.empty();
    }

    /** The release by which it calls itself; empty when it does not. */
    String release() {
        return header instanceof KernelHeader.Bootable bootable ? bootable.release() : "";
    }
}
