package org.perceus.doctor.finding;

import java.util.Locale;

/** How much a finding matters, from nothing to all. */
public enum Severity {
    /** Looked at, and right. */
    OK,
    /** Worth to know; nothing has to be done. */
    NOTE,
    /** Nodes boot, but some may not, or not for long; or nobody could look. */
    WARNING,
    /** Nodes do not boot as they should until it is mended. */
    PROBLEM;

    /** As it is printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
