package org.perceus.boot.internal.http;

import java.net.URI;
import java.util.Optional;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.internal.file.BootFile;

/** Who answers for a path at this moment. Thread-safe. */
public interface HttpDirectory {
    /** The endpoint with the longest prefix of a path. */
    Optional<HttpEndpoint> endpoint(String path);

    /**
     * A network boot program, or the configuration of a boot loader, by its name.
     *
     * @param server base of the URLs by which the client reaches this server
     */
    Optional<BootFile> bootFile(String name, URI server);
}
