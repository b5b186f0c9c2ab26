package org.perceus.shell.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.administration.Account;
import org.perceus.shell.internal.screen.Screen;

/** Remembers what is printed. */
public final class FakeScreen implements Screen {
    public final List<String> questions = new ArrayList<>();
    public int width;
    public Optional<String> answer = Optional.empty();
    public Path folder = Path.of("/home/alice");
    public String commandLine = "perceus test";

    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(errBytes, true, StandardCharsets.UTF_8);

    public static FakeScreen terminal(int width) {
        FakeScreen screen = new FakeScreen();
        screen.width = width;
        return screen;
    }

    public String printed() {
        out.flush();
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    public String complained() {
        err.flush();
        return errBytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public boolean unicode() {
        return false;
    }

    @Override
    public Account account() {
        return new Account("alice", Account.Origin.CONSOLE);
    }

    @Override
    public String commandLine() {
        return commandLine;
    }

    @Override
    public Path resolve(String path) {
        return folder.resolve(path);
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        return answer;
    }
}
