package org.perceus.provisioning.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;
import org.perceus.module.DurableWriter;
import org.perceus.vnfs.file.DurableFiles;

/** Writes files of the module platform as all others are written. Thread-safe. */
@Component
public final class DiskWriter implements DurableWriter {
    @Override
    public void write(Path file, byte[] content) throws IOException {
        DurableFiles.write(file, content, DurableFiles.PUBLIC);
    }

    @Override
    public void delete(Path file) throws IOException {
        DurableFiles.delete(file);
    }
}
