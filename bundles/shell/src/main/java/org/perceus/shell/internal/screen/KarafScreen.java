package org.perceus.shell.internal.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.console.History;
import org.apache.karaf.shell.api.console.Session;
import org.perceus.administration.Account;

/** A session of the Karaf shell, with or without a terminal. */
final class KarafScreen implements Screen {
    private final Session session;

    KarafScreen(Session session) {
        this.session = session;
    }

    @Override
    public PrintStream out() {
        // The session's own stream would bypass a pipe; the shell binds System.out to the place in the pipe.
        return System.out;
    }

    @Override
    public PrintStream err() {
        return System.err;
    }

    @Override
    public int width() {
        Process process = Process.Utils.current();
        boolean piped = process != null && !process.isTty(1);
        return session.getTerminal() == null || piped
                ? 0
                : session.getTerminal().getWidth();
    }

    @Override
    public boolean unicode() {
        return Charset.defaultCharset().equals(StandardCharsets.UTF_8);
    }

    @Override
    public Account account() {
        return new Account(
                session.get("USER") instanceof String user && !user.isBlank() ? Printable.line(user) : "karaf",
                Account.Origin.CONSOLE);
    }

    @Override
    public String commandLine() {
        History history = session.getHistory();
        try {
            return history == null ? "Karaf shell" : history.get(history.last()).toString();
        } catch (IllegalArgumentException | IndexOutOfBoundsException empty) {
            return "Karaf shell";
        }
    }

    @Override
    public Path resolve(String path) {
        return session.currentDir().resolve(path).normalize();
    }

    @Override
    public Optional<String> ask(String question) throws InterruptedException {
        if (session.getTerminal() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(session.readLine(question, null));
        } catch (IOException e) {
            throw new CommandFailure("no answer could be read: " + e.getMessage(), e);
        }
    }
}
