package org.perceus.shell.internal.inventory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;

/** Reads files of nodes. */
public final class NodeFileReader {
    private static final long LARGEST = 32L << 20;

    private NodeFileReader() {}

    /**
     * @param settings the settings of nodes that can be columns
     * @throws CommandFailure when the file cannot be read as text
     */
    public static NodeFile read(Path file, Set<SettingKey> settings) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure("there is no file " + file + ": give a CSV file with MAC,name,address,group");
            }
            if (Files.size(file) > LARGEST) {
                throw new CommandFailure(
                        file + " is larger than " + Amounts.bytes(LARGEST) + ": give a CSV file of nodes");
            }
            List<String> lines = Files.readAllLines(file);
            return NodeFile.parse(lines, settings);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is not text in UTF-8: save it as plain text", e);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
