package org.perceus.provisioning.internal.module;

/** Knows why modules are not there. Thread-safe, and quick enough to be asked for each request. */
public interface Absences {
    /** Whether an administrator took a module away from nodes. */
    boolean isDisabled(String name);

    /** Why nodes cannot have a module: the rest of a sentence that begins with its name. */
    String reason(String name);
}
