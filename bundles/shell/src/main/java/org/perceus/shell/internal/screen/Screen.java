package org.perceus.shell.internal.screen;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.perceus.administration.Account;
import org.perceus.administration.Administrator;

/** Where a command prints, and what it may know of the one who typed it. Thread-safe. */
public interface Screen {
    /** Variable of a session that holds the screen of the client it runs for. */
    String VARIABLE = ".perceus.screen";

    /** Standard output. */
    PrintStream out();

    /** Standard error. */
    PrintStream err();

    /** Columns of the terminal that shows the output; 0 when it goes to a file or a pipe. */
    int width();

    /** Whether the output may hold more than ASCII. */
    boolean unicode();

    /** The account that typed the command. */
    Account account();

    /** The command as it was typed. */
    String commandLine();

    /** A path as the user means it: relative ones start from the user's folder. */
    Path resolve(String path);

    /** Asks a question; empty when nobody is there to answer. */
    Optional<String> ask(String question) throws InterruptedException;

    /** The screen of a session: that of its remote client, else of the session itself. */
    static Screen of(Session session) {
        return session.get(VARIABLE) instanceof Screen remote ? remote : new KarafScreen(session);
    }

    /** Who asks for what the command does. */
    default Administrator administrator(String comment) {
        return new Administrator(account(), Printable.line(commandLine()), Printable.line(comment));
    }

    /** Prints a line of standard output, harmless for a terminal. */
    default void say(String line) {
        out().println(Printable.line(line));
    }

    /** Prints a line of standard error, harmless for a terminal. */
    default void warn(String line) {
        out().flush();
        err().println(Printable.line(line));
    }

    /** Prints a table to fit, or says that there is nothing to show. */
    default void print(Table table, String empty) {
        if (table.isEmpty()) {
            err().println(empty);
        } else {
            out().print(table.text(width(), unicode()));
        }
    }

    /** Prints JSON, indented for people and line by line for tools alike. */
    default void print(JsonElement json) {
        Gson gson = new GsonBuilder()
                .serializeNulls()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create();
        out().print(Printable.json(gson.toJson(json)) + "\n");
    }
}
