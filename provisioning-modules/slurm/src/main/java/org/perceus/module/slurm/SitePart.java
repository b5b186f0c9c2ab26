package org.perceus.module.slurm;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.site.SiteText;
import org.perceus.provisioning.spi.site.WatchedFiles;

/**
 * What the site wrote of its slurm.conf.
 *
 * @param content all of it
 * @param problem why no node can have it, a sentence; empty when nodes can
 */
record SitePart(String content, String problem) {
    private static final int MOST_BYTES = 256 << 10;

    /** @param name what the file is called in sentences */
    static WatchedFiles.Reading<SitePart> of(String name, Path file) {
        return new WatchedFiles.Reading<>() {
            @Override
            public SitePart read() throws IOException {
                try {
                    return new SitePart(SiteText.read(file, MOST_BYTES), "");
                } catch (ProvisioningException e) {
                    return new SitePart("", name + " " + e.getMessage());
                }
            }

            @Override
            public SitePart failed(IOException reason) {
                return new SitePart(
                        "",
                        reason instanceof NoSuchFileException
                                ? name + " is not there: put the site's slurm.conf there, without its nodes"
                                : name + " cannot be read: " + reason);
            }
        };
    }

    /** The text. */
    String orRefuse() throws ProvisioningException {
        if (!problem.isEmpty()) {
            throw new ProvisioningException(problem);
        }
        return content;
    }
}
