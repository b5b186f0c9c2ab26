package org.perceus.doctor.firewall;

/**
 * What becomes of a packet.
 *
 * @param fate whether it comes through
 * @param cause the rule or policy that says so, as it is written
 * @param chain the chain that the kernel begins with there, after its table
 */
public record Verdict(Fate fate, String cause, String chain) {
    /** Whether a packet comes through. */
    public enum Fate {
        /** It does. */
        ACCEPTED,
        /** It does not. */
        DROPPED,
        /** It depends on something that is not understood here. */
        UNDECIDED
    }
}
