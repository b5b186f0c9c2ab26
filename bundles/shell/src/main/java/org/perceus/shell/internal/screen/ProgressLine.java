package org.perceus.shell.internal.screen;

import java.util.function.LongSupplier;
import org.perceus.administration.operation.DeedProgress;

/** Shows progress: on one line of a terminal, in few lines elsewhere. Thread-safe. */
public final class ProgressLine implements DeedProgress {
    private static final long QUICK = 100_000_000L;
    private static final long SLOW = 10_000_000_000L;

    private final Screen screen;
    private final LongSupplier nanoTime;
    private String task = "";
    private long shownAt;
    private int shown;
    private int length;

    /** @param screen where to show it, on standard error */
    public ProgressLine(Screen screen) {
        this(screen, System::nanoTime);
    }

    ProgressLine(Screen screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void began(long operation) {
        screen.err()
                .println(
                        "operation " + operation + ": 'perceus operation follow " + operation + "' shows it elsewhere");
    }

    @Override
    public synchronized void at(String what, long done, long total) {
        long now = nanoTime.getAsLong();
        int percent = total > 0 ? (int) Math.min(100, done * 100.0 / total) : 0;
        boolean begins = !what.equals(task);
        boolean due = screen.width() > 0
                ? now - shownAt >= QUICK
                : now - shownAt >= SLOW && percent != shown || percent / 25 > shown / 25;
        if (begins || due || total > 0 && done == total && shown < 100) {
            task = what;
            shown = percent;
            shownAt = now;
            show(Printable.line(what) + ": " + (total > 0 ? percent + " %" : Amounts.bytes(done)));
        }
    }

    /** Ends the line of the terminal. */
    public synchronized void end() {
        if (length > 0) {
            screen.err().println();
            length = 0;
        }
    }

    private void show(String text) {
        if (screen.width() == 0) {
            screen.err().println(text);
            return;
        }
        String fitting = text.length() < screen.width() ? text : text.substring(0, screen.width() - 1);
        screen.err().print("\r" + fitting + " ".repeat(Math.max(0, length - fitting.length())));
        screen.err().flush();
        length = fitting.length();
    }
}
