package org.perceus.vnfs.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DurableFilesTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void writesAndReplacesAsAWhole() throws IOException {
        Path file = folder().resolve("a/b/file");
        DurableFiles.write(file, bytes("first"), DurableFiles.PUBLIC);
        DurableFiles.write(file, bytes("2"), DurableFiles.SECRET);
        assertEquals("2", Files.readString(file));
        assertEquals(DurableFiles.SECRET, Files.getPosixFilePermissions(file));
        assertEquals(List.of("file"), names(file.getParent()));
    }

    @Test
    public void takesAwayWhatAPowerCutLeft() throws IOException {
        Path file = folder().resolve("file");
        Files.writeString(folder().resolve("file.new"), "half of a long");
        DurableFiles.write(file, bytes("x"), DurableFiles.PUBLIC);
        assertEquals(DurableFiles.PUBLIC, Files.getPosixFilePermissions(file));
        assertEquals("x", Files.readString(file));
        assertEquals(List.of("file"), names(folder()));
    }

    @Test
    public void leavesNothingWhenItFails() throws IOException {
        Path taken = Files.createDirectories(folder().resolve("file/below")).getParent();
        assertThrows(IOException.class, () -> DurableFiles.write(taken, bytes("x"), DurableFiles.PUBLIC));
        assertEquals(List.of("file"), names(folder()));
        assertEquals(List.of("below"), names(taken));
    }

    @Test
    public void publishesInOtherFolders() throws IOException {
        Path finished = Files.writeString(folder().resolve("finished"), "x");
        Path place = folder().resolve("a/b/place");
        DurableFiles.publish(finished, place, DurableFiles.PUBLIC);
        assertEquals(List.of("a"), names(folder()));
        assertEquals(List.of("place"), names(place.getParent()));
    }

    @Test
    public void deletesWhatIsThere() throws IOException {
        Path file = Files.writeString(folder().resolve("file"), "x");
        DurableFiles.delete(file);
        DurableFiles.delete(file);
        DurableFiles.delete(folder().resolve("no/such/folder"));
        assertFalse(Files.exists(file));
    }

    private Path folder() {
        return temporary.getRoot().toPath();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
