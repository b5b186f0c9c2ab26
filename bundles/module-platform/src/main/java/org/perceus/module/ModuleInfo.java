package org.perceus.module;

import java.util.Optional;

/**
 * A provisioning module, whether nodes can get it or not. Immutable.
 *
 * @param name the name by which administrators choose it
 * @param kind what it is for; empty when that is not known, as it does not run
 * @param order its place in a node script, of meaning for configuration modules
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param status whether nodes get it
 * @param reason why nodes do not get it, in one sentence; empty when they do
 * @param file name of its file in the modules folder; empty when it comes with Perceus
 * @param failures how often it failed since it came
 * @param lastFailure the newest failure in one sentence, empty when there was none
 */
public record ModuleInfo(
        String name,
        Optional<Kind> kind,
        int order,
        String bundle,
        String version,
        Status status,
        String reason,
        Optional<String> file,
        long failures,
        String lastFailure) {
    /** What a module is for. */
    public enum Kind {
        /** Decides how a capsule reaches a node. */
        METHOD,
        /** Customises a node before it starts. */
        CONFIGURATION
    }

    /** Whether nodes get a module. */
    public enum Status {
        /** The one of its name that nodes get. */
        ACTIVE,
        /** Another of the same name is preferred. */
        STANDBY,
        /** An administrator took it away from nodes. */
        DISABLED,
        /** It is installed and does not run. */
        FAILED,
        /** Its file is not taken. */
        REFUSED
    }

    /** The same module with what its bundle cannot say. */
    public ModuleInfo in(Optional<String> otherFile, String otherReason) {
        return new ModuleInfo(
                name, kind, order, bundle, version, status, otherReason, otherFile, failures, lastFailure);
    }
}
