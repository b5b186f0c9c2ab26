package org.perceus.boot;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Answers the HTTP requests whose path starts with its prefix; the longest prefix wins. */
@ConsumerType
public interface HttpEndpoint {
    /** The prefix: starts and ends with a slash. Does not change. */
    String prefix();

    /**
     * Refuses a request that its head alone shows to be wrong, so that nobody can make the server hold bodies for nothing.
     * Called concurrently; must not block.
     *
     * @return the refusal; empty to have the body read and {@link #answer} asked
     */
    default Optional<HttpAnswer> refuse(HttpRequestHead head) {
        return Optional.empty();
    }

    /**
     * Answers one request. Called concurrently on the few threads that read requests, so it must not block: what takes longer
     * than looking something up is answered {@link HttpAnswer.Later}.
     *
     * <p>A HEAD request comes as such and is answered like GET: the server leaves the content out. A GET or HEAD of
     * {@code /boot/NAME} comes only when no {@link BootFiles} has a file of that name.
     *
     * @return the answer; when this throws, the client gets status 500 without details
     */
    HttpAnswer answer(HttpRequest request);
}
