package org.perceus.doctor.finding;

import java.util.List;

/** Findings for people: a line each, its command below it, and a last line with how many there are. */
public final class FindingText {
    private static final String LINE = "%-7s  %-13s  %s%n";
    private static final String INDENT = " ".repeat(24);

    private FindingText() {}

    /** As lines. */
    public static String of(List<Examined> all) {
        StringBuilder text = new StringBuilder();
        for (Examined one : all) {
            for (Finding finding : one.findings()) {
                text.append(String.format(LINE, finding.severity().word(), one.check(), finding.sentence()));
                finding.command().ifPresent(command -> text.append(INDENT)
                        .append("-> ")
                        .append(command)
                        .append('\n'));
            }
        }
        return text.append(summary(all)).append('\n').toString();
    }

    private static String summary(List<Examined> all) {
        return counted(all, Severity.PROBLEM) + ", " + counted(all, Severity.WARNING) + ", "
                + counted(all, Severity.NOTE) + ", " + Examined.count(all, Severity.OK) + " ok";
    }

    private static String counted(List<Examined> all, Severity severity) {
        long count = Examined.count(all, severity);
        return count + " " + severity.word() + (count == 1 ? "" : "s");
    }
}
