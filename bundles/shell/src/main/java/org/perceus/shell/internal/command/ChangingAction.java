package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Option;
import org.perceus.administration.Administrator;
import org.perceus.shell.internal.screen.Screen;

/** What commands have in common that change something. */
public abstract class ChangingAction extends SiteAction {
    @Option(name = "--comment", description = "Why, for the history; of capsules and modules, for the log")
    private String comment;

    /** Who asks for the change. */
    final Administrator administrator(Screen screen) {
        return screen.administrator(comment == null ? "" : comment);
    }
}
