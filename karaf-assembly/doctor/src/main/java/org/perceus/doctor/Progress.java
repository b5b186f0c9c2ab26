package org.perceus.doctor;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line on a terminal with what is being looked at. Thread-safe. */
final class Progress {
    private static final String ERASE = "\r\033[K";

    private final PrintStream terminal;
    private final boolean shown;
    private final Map<String, String> running = new LinkedHashMap<>();

    /** @param shown false to say nothing */
    Progress(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    /** A check begins, or is so far. */
    synchronized void at(String check, String how) {
        running.put(check, how);
        show();
    }

    /** A check has ended. */
    synchronized void done(String check) {
        running.remove(check);
        show();
    }

    private void show() {
        if (!shown) {
            return;
        }
        StringBuilder line = new StringBuilder(ERASE);
        running.forEach((check, how) -> line.append(line.length() == ERASE.length() ? "looking at " : ", ")
                .append(check)
                .append(how.isEmpty() ? "" : " " + how));
        terminal.print(line);
        terminal.flush();
    }
}
