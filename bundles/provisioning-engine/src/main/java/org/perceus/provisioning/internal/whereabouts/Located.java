package org.perceus.provisioning.internal.whereabouts;

/** What is known of where a machine is. */
public sealed interface Located {
    /** It is at the address that it asks from, and known to be there. */
    record Here() implements Located {}

    /**
     * Nothing says so.
     *
     * @param sentence why, for its console
     */
    record Nowhere(String sentence) implements Located {}
}
