package org.perceus.boot;

import org.osgi.annotation.versioning.ConsumerType;

/** Answers the HTTP requests whose path starts with its prefix; the longest prefix wins. */
@ConsumerType
public interface HttpEndpoint {
    /** The prefix: starts and ends with a slash. Does not change. */
    String prefix();

    /**
     * Answers one request. Called concurrently on the HTTP server's threads; may block for short.
     *
     * @return the answer; when this throws, the client gets status 500 without details
     */
    HttpAnswer answer(HttpRequest request);
}
