package org.perceus.shell.internal.remote;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SocketFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void makesTheFolderOfTheSocket() throws IOException {
        Path path = folder.getRoot().toPath().resolve("data/perceus.sock");
        try (ServerSocketChannel server = new SocketFile(path).bind()) {
            assertTrue(server.isOpen());
            assertTrue(Files.exists(path));
            assertFalse(Files.exists(path.resolveSibling(".sock")));
        }
    }

    @Test
    public void aStaleSocketIsReplaced() throws IOException {
        Path path = folder.getRoot().toPath().resolve("perceus.sock");
        new SocketFile(path).bind().close();
        assertTrue(Files.exists(path));
        try (ServerSocketChannel server = new SocketFile(path).bind()) {
            assertTrue(server.isOpen());
        }
    }

    @Test
    public void whatACrashLeftIsReplaced() throws IOException {
        Path nursery = Files.createDirectory(folder.getRoot().toPath().resolve(".sock"));
        Files.createFile(nursery.resolve("s"));
        try (ServerSocketChannel server = new SocketFile(nursery.resolveSibling("perceus.sock")).bind()) {
            assertTrue(server.isOpen());
        }
    }

    @Test
    public void aSocketInUseIsLeftAlone() throws IOException {
        Path path = folder.getRoot().toPath().resolve("perceus.sock");
        try (ServerSocketChannel server = new SocketFile(path).bind()) {
            String sentence = refusal(path);
            assertTrue(sentence, sentence.startsWith("another container listens at " + path));
            assertTrue(server.isOpen());
        }
    }

    @Test
    public void anotherFileIsLeftAlone() throws IOException {
        Path path = Files.writeString(folder.getRoot().toPath().resolve("precious"), "content");
        assertTrue(refusal(path).contains("is no socket: remove it"));
        assertEquals("content", Files.readString(path));
    }

    @Test
    public void aPathThatIsTooLongIsNamedWithTheLimit() {
        Path path = folder.getRoot().toPath().resolve("x".repeat(100)).resolve("perceus.sock");
        String sentence = refusal(path);
        assertTrue(sentence, sentence.contains(path.toString()));
        assertTrue(sentence, sentence.contains("where the system allows 107"));
        assertTrue(sentence, sentence.contains("etc/org.perceus.shell.cfg"));
    }

    @Test
    public void deletingTwiceIsHarmless() throws IOException {
        SocketFile file = new SocketFile(folder.getRoot().toPath().resolve("perceus.sock"));
        file.bind().close();
        file.delete();
        file.delete();
        assertFalse(Files.exists(file.path()));
    }

    private static String refusal(Path path) {
        return assertThrows(IOException.class, () -> new SocketFile(path).bind())
                .getMessage();
    }
}
