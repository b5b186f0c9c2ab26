package org.perceus.shell.internal.screen;

import java.util.Locale;
import java.util.Optional;

/** Has somebody agree before something is lost. */
public final class Confirmation {
    private final Screen screen;

    /** @param screen where to ask */
    public Confirmation(Screen screen) {
        this.screen = screen;
    }

    /**
     * Returns when the user agrees.
     *
     * @param question what shall happen, without a question mark
     * @throws CommandFailure when the user does not agree, or cannot be asked
     */
    public void ask(String question) throws InterruptedException {
        Optional<String> answer = screen.ask(question + "? [y/N] ");
        if (answer.isEmpty()) {
            throw new CommandFailure("nothing was changed: nobody is there to confirm it, so add --yes");
        }
        String word = answer.get().trim().toLowerCase(Locale.ROOT);
        if (!word.equals("y") && !word.equals("yes")) {
            throw new CommandFailure("nothing was changed");
        }
    }
}
