package org.perceus.vnfs;

/** What a system does by its configuration of SELinux, where its kernel runs with it (selinux_config(5)). */
public enum SelinuxMode {
    /** Nothing; also where there is no configuration. */
    DISABLED,
    /** It writes down what its policy forbids, and lets it happen. */
    PERMISSIVE,
    /** What its policy forbids does not happen. */
    ENFORCING
}
