package org.perceus.shell.internal.wire;

import java.io.IOException;

/** The other side does not keep to the protocol. */
public final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong */
    public MalformedFrameException(String message) {
        super(message);
    }
}
