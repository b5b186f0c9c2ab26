package org.perceus.provisioning;

/**
 * A provisioning module that is present. Immutable.
 *
 * @param name the name by which administrators choose it
 * @param kind what it is for
 * @param order its place in a node script, of meaning for configuration modules
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param status whether nodes get it
 * @param failures how often it failed since it came
 * @param lastFailure the newest failure in one sentence, empty when there was none
 */
public record ModuleInfo(
        String name,
        Kind kind,
        int order,
        String bundle,
        String version,
        Status status,
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
        STANDBY
    }
}
