package org.perceus.provisioning.internal.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.perceus.module.OneLine;

/** Lines of Linux whose cause is known, with what to do. */
enum KnownLine {
    NO_ROOT(
            "unable to mount root fs",
            "it cannot unpack its initramfs or has no driver for its root: import the capsule with another kernel"),
    NO_INIT(
            "no working init found",
            "the capsule has no program that can be its init: install one and import it again"),
    INIT_DIED(
            "attempted to kill init",
            "the first program of the system ended: the lines before on the console say which and why"),
    NO_MEMORY(
            "out of memory", "the machine has too little RAM for this root: use another method, or a smaller capsule"),
    DEADLOCK(
            "deadlocked on memory",
            "the machine has too little RAM for this root: use another method, or a smaller capsule"),
    INITRAMFS(
            "initramfs unpacking failed",
            "it cannot unpack its initramfs, or has no RAM for it: use another kernel, method or a smaller capsule"),
    PANIC("kernel panic", "the lines before on the console say why"),
    BUG("bug: ", "the lines behind on the console say where"),
    OOPS("oops: ", "the lines behind on the console say where"),
    RESTARTING("reboot: restarting system", "a program of the system restarted it: its console says which"),
    POWER_DOWN("reboot: power down", "a program of the system switched it off: its console says which");

    private static final int QUOTED = 300;
    private static final Pattern TIME = Pattern.compile("^\\[ *\\d+\\.\\d+\\] *");

    private final String words;
    private final String advice;

    KnownLine(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /** What a line means, when it is one of these. */
    static Optional<KnownLine> in(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (KnownLine known : values()) {
            if (lower.contains(known.words)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** The line that says most: the newest that is known, else the newest. */
    static Optional<String> telling(List<String> lines) {
        for (KnownLine known : values()) {
            Optional<String> found = lines.stream()
                    .filter(line -> in(line).equals(Optional.of(known)))
                    .reduce((one, later) -> later);
            if (found.isPresent()) {
                return found;
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    /** A line in the form in which sentences quote it: not too long, and with what to do when it is known. */
    static String quoted(String line) {
        return OneLine.of(TIME.matcher(line).replaceFirst(""), QUOTED)
                + in(line).map(known -> " (" + known.advice + ")").orElse("");
    }
}
