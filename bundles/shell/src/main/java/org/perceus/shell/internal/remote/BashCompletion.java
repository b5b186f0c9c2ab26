package org.perceus.shell.internal.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script that makes bash complete the words of {@code perceus}. */
final class BashCompletion {
    private static final String RESOURCE = "/completion/perceus";

    private BashCompletion() {}

    static String script() {
        try (InputStream script = BashCompletion.class.getResourceAsStream(RESOURCE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
