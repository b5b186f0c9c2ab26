package org.perceus.shell.internal.inventory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;

/** Reads files of nodes. */
public final class NodeFileReader {
    private static final long LARGEST = 32L << 20;

    private NodeFileReader() {}

    /**
     * The lines of a file.
     *
     * @throws CommandFailure when the file cannot be read as text
     */
    public static List<String> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure("there is no file " + file + ": give a CSV file with MAC,name,address,group");
            }
            if (Files.size(file) > LARGEST) {
                throw new CommandFailure(
                        file + " is larger than " + Amounts.bytes(LARGEST) + ": give a CSV file of nodes");
            }
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is not text in UTF-8: save it as plain text", e);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
