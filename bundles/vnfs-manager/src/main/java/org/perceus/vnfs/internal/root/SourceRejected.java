package org.perceus.vnfs.internal.root;

import java.io.IOException;

/** What was given as a root cannot be one. The message is a sentence for the administrator, without a full stop. */
public final class SourceRejected extends IOException {
    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public SourceRejected(String sentence) {
        super(sentence);
    }

    /** With the sentence and what lies behind it. */
    public SourceRejected(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
