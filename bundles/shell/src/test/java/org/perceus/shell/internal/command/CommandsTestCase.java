package org.perceus.shell.internal.command;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;
import org.perceus.shell.testing.KarafShell;

/** Runs commands as the Karaf shell does, options parsed from their annotations. */
public abstract class CommandsTestCase {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    final FakeSite site = FakeSite.sample();
    private final SessionFactory shell = KarafShell.with(site);
    FakeScreen screen = new FakeScreen();

    @Before
    public void work() {
        screen.folder = folder.getRoot().toPath();
    }

    void run(String name, String... arguments) throws Exception {
        try (AutoCloseableSession session =
                new AutoCloseableSession(shell.create(InputStream.nullInputStream(), screen.out(), screen.err()))) {
            session.session.put(Screen.VARIABLE, screen);
            shell.getRegistry()
                    .getCommand("perceus", name)
                    .execute(session.session, new ArrayList<Object>(List.of(arguments)));
        }
    }

    CommandFailure refused(String name, String... arguments) throws Exception {
        try {
            run(name, arguments);
        } catch (CommandFailure failure) {
            return failure;
        }
        throw new AssertionError(name + " was not refused");
    }

    String sentence(String name, String... arguments) throws Exception {
        try {
            run(name, arguments);
        } catch (CommandFailure | IllegalArgumentException failure) {
            return failure.getMessage();
        }
        throw new AssertionError(name + " was not refused");
    }

    Node node(String name) {
        return site.registry.snapshot().node(new Name(name)).orElseThrow();
    }

    void write(String name, String content) throws Exception {
        Files.writeString(Path.of(folder.getRoot().getPath(), name), content);
    }

    private record AutoCloseableSession(Session session) implements AutoCloseable {
        @Override
        public void close() {
            session.close();
        }
    }
}
