package org.perceus.provisioning.spi.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WatchedFilesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private int reads;

    private final class Text implements WatchedFiles.Reading<String> {
        @Override
        public String read() throws IOException {
            reads++;
            String text = Files.readString(file);
            if (text.equals("broken")) {
                throw new UncheckedIOException(new IOException(text));
            }
            return text;
        }

        @Override
        public String failed(IOException reason) {
            return "failed";
        }
    }

    @Before
    public void write() throws IOException {
        file = folder.getRoot().toPath().resolve("a");
        Files.writeString(file, "one");
    }

    @Test
    public void aChangeIsReadWhenTwoLooksSeeTheSame() throws Exception {
        WatchedFiles<String> watched = watched();
        Files.writeString(file, "two");
        watched.look();
        assertEquals("one", watched.value());
        Files.writeString(file, "three");
        watched.look();
        assertEquals("one", watched.value());
        watched.look();
        assertEquals("three", watched.value());
        watched.look();
        assertEquals(2, reads);
    }

    @Test
    public void whatCannotBeReadIsTriedAgain() throws Exception {
        Files.delete(file);
        WatchedFiles<String> watched = watched();
        assertEquals("failed", watched.value());
        watched.look();
        assertEquals(2, reads);
        Files.writeString(file, "two");
        watched.look();
        watched.look();
        assertEquals("two", watched.value());
    }

    @Test
    public void aReaderThatBreaksIsAskedOnceForEachChange() throws Exception {
        WatchedFiles<String> watched = watched();
        Files.writeString(file, "broken");
        watched.look();
        assertThrows(UncheckedIOException.class, watched::look);
        watched.look();
        assertEquals(2, reads);
        assertEquals("one", watched.value());
    }

    private WatchedFiles<String> watched() {
        return new WatchedFiles<>(List.of(file), new Text());
    }
}
