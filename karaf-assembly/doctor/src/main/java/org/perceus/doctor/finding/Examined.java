package org.perceus.doctor.finding;

import java.util.List;

/**
 * What one check found. Immutable.
 *
 * @param check its name, one or two words
 */
public record Examined(String check, List<Finding> findings) {
    public Examined {
        findings = List.copyOf(findings);
    }

    /** How many of these findings are of a severity. */
    public static long count(List<Examined> all, Severity severity) {
        return all.stream()
                .flatMap(one -> one.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
