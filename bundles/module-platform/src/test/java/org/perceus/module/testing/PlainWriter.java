package org.perceus.module.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perceus.module.DurableWriter;

/** Writes files that need not outlive a test. */
public final class PlainWriter implements DurableWriter {
    @Override
    public void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
