package org.perceus.provisioning.internal.stranger;

/**
 * What became of a machine that asked.
 *
 * @param kind whether that is as it should be
 * @param sentence what became of it
 * @param remedy what to do about it
 */
public record Fate(Kind kind, String sentence, String remedy) {
    /** Kinds of fates. */
    public enum Kind {
        /** It was lent an address. */
        LENT,
        /** It is left to others, as it should be. */
        PASSED,
        /** The site loses it. */
        LOST
    }

    /** The site loses the machine. */
    public static Fate lost(String sentence, String remedy) {
        return new Fate(Kind.LOST, sentence, remedy);
    }
}
