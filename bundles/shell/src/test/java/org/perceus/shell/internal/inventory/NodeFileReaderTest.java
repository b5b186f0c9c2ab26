package org.perceus.shell.internal.inventory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.shell.internal.screen.CommandFailure;

public class NodeFileReaderTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void readsAFile() throws IOException {
        Path file = Files.writeString(folder.newFile().toPath(), "52:54:00:00:00:01,n1\r\n52:54:00:00:00:02,n2\r\n");
        assertEquals(2, NodeFileReader.read(file).size());
    }

    @Test
    public void aMissingFileIsNamed() {
        Path file = folder.getRoot().toPath().resolve("nowhere.csv");
        assertEquals("there is no file " + file + ": give a CSV file with MAC,name,address,group", refusal(file));
    }

    @Test
    public void aFolderIsNoFile() {
        assertTrue(refusal(folder.getRoot().toPath()).startsWith("there is no file"));
    }

    @Test
    public void binaryContentIsRefused() throws IOException {
        Path file = Files.write(folder.newFile().toPath(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(file + " is not text in UTF-8: save it as plain text", refusal(file));
    }

    private static String refusal(Path file) {
        return assertThrows(CommandFailure.class, () -> NodeFileReader.read(file))
                .getMessage();
    }
}
