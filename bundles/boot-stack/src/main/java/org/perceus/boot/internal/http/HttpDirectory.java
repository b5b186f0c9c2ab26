package org.perceus.boot.internal.http;

import java.nio.file.Path;
import java.util.Optional;
import org.perceus.boot.HttpEndpoint;

/** Who answers for a path at this moment. Thread-safe. */
public interface HttpDirectory {
    /** The endpoint with the longest prefix of a path. */
    Optional<HttpEndpoint> endpoint(String path);

    /** A network boot program by its name. */
    Optional<Path> bootFile(String name);
}
