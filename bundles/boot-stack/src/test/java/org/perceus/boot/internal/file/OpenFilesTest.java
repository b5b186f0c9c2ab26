package org.perceus.boot.internal.file;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Who shares a file with whom, and for how long. */
public class OpenFilesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final OpenFiles files = new OpenFiles();

    @Test
    public void aFileIsOpenOnceAndForAsLongAsItIsUsed() throws IOException {
        Path path = folder.newFile().toPath();
        OpenFiles.Use one = files.open(path, "a");
        OpenFiles.Use other = files.open(path, "a");
        assertSame(one.channel(), other.channel());
        one.close();
        assertTrue(other.channel().isOpen());
        other.close();
        assertFalse(other.channel().isOpen());
        OpenFiles.Use again = files.open(path, "a");
        assertTrue(again.channel().isOpen());
        again.close();
    }

    @Test
    public void aFileThatWasReplacedIsAnother() throws IOException {
        Path path = folder.newFile().toPath();
        OpenFiles.Use before = files.open(path, "a");
        OpenFiles.Use after = files.open(path, "b");
        assertNotSame(before.channel(), after.channel());
        before.close();
        assertTrue(after.channel().isOpen());
        after.close();
    }

    @Test
    public void aFileThatIsNotThereIsNotShared() {
        Path nowhere = Path.of("/nowhere/at/all");
        assertThrows(NoSuchFileException.class, () -> files.open(nowhere, "a"));
        assertThrows(NoSuchFileException.class, () -> files.open(nowhere, "a"));
    }
}
