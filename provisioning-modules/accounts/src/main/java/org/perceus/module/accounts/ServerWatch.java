package org.perceus.module.accounts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.perceus.provisioning.spi.site.SiteWatch;
import org.perceus.provisioning.spi.site.WatchedFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the server's users and groups again when their files have changed. Thread-safe. */
final class ServerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    private final WatchedFiles<ServerTables> files;
    private final SiteWatch watch;
    private String told = "";

    /**
     * Begins to watch.
     *
     * @param pause how long it waits between two looks
     */
    ServerWatch(Path passwd, Path group, Duration pause) {
        this.files = new WatchedFiles<>(List.of(passwd, group), new WatchedFiles.Reading<>() {
            @Override
            public ServerTables read() throws IOException {
                return TableReader.read(passwd, group);
            }

            @Override
            public ServerTables failed(IOException reason) {
                return ServerTables.missing("they cannot be read: " + reason.getMessage());
            }
        });
        this.watch = SiteWatch.start(getClass().getName(), pause, this::look);
    }

    /** Users and groups as they were read last. */
    ServerTables tables() {
        return files.value();
    }

    @Override
    public void close() {
        watch.close();
    }

    private void look() {
        files.look();
        String remark = tables().remark();
        if (!remark.equals(told)) {
            LOG.info("Users and groups of this server: {}", remark);
            told = remark;
        }
    }
}
