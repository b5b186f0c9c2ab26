package org.perceus.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** What all commands have in common: they work on a site and print on a screen. */
public abstract class SiteAction implements Action {
    @Reference
    private Session session;

    @Reference
    private Site site;

    /** Runs the command; prints its results itself. */
    @Override
    public final Object execute() throws InterruptedException {
        Screen screen = Screen.of(session);
        try {
            run(site, screen);
        } catch (IllegalArgumentException e) {
            // the types of the other rooms speak so to administrators
            throw new CommandFailure(e.getMessage(), e);
        }
        screen.out().flush();
        return null;
    }

    /**
     * Runs the command.
     *
     * @throws CommandFailure with a sentence when it cannot be done
     * @throws InterruptedException when the user interrupted it
     */
    abstract void run(Site site, Screen screen) throws InterruptedException;

    /**
     * The arguments as they were typed. The Karaf shell takes options behind the first argument for arguments, and the
     * ranges of {@code n[1-3],m[4-5]} for words of their own.
     */
    static List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-")) {
                throw CommandFailure.usage("'" + argument + "' is an option: write options before the arguments");
            }
            if (!words.isEmpty() && (argument.startsWith("[") || argument.startsWith(","))) {
                words.add(words.remove(words.size() - 1) + argument);
            } else {
                words.add(argument);
            }
        }
        return List.copyOf(words);
    }
}
