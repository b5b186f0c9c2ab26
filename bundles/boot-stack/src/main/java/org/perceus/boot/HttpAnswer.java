package org.perceus.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The answer to an HTTP request. */
public sealed interface HttpAnswer {
    /**
     * A text, sent whole or not at all.
     *
     * @param status the HTTP status, 200 to 599
     * @param body sent as {@code text/plain} in UTF-8
     */
    record Text(int status, String body) implements HttpAnswer {}

    /**
     * A refusal for now, with status 503: the client shall come again.
     *
     * @param sentence why
     * @param retry when it shall (RFC 9110 section 10.2.3), at least a second
     */
    record Busy(String sentence, Duration retry) implements HttpAnswer {}

    /**
     * A file, with byte ranges.
     *
     * @param path a regular file that stays as it is while it is sent
     * @param entityTag names the content for good (RFC 9110 section 8.8.3), without quotes
     */
    record Content(Path path, String entityTag) implements HttpAnswer {}

    /**
     * An answer that is not known yet. The request waits without holding a thread.
     *
     * @param answer completes with the answer, which may be known later still; when it fails, the client gets status 500
     */
    record Later(CompletionStage<HttpAnswer> answer) implements HttpAnswer {}

    /** A text with status 200. */
    static HttpAnswer ok(String body) {
        return new Text(200, body);
    }

    /** An empty answer with status 204. */
    static HttpAnswer done() {
        return new Text(204, "");
    }

    /**
     * A refusal.
     *
     * @param status 400 or above
     * @param sentence what is wrong, and what would be right
     */
    static HttpAnswer refused(int status, String sentence) {
        return new Text(status, sentence + "\n");
    }
}
