package org.perceus.module.files.template;

import java.io.Writer;

/** Keeps what is written, up to what a script may hold. For one thread. */
final class BoundedText extends Writer {
    private static final int MOST = 1 << 20;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] characters, int offset, int length) {
        if (text.length() + length > MOST) {
            throw new TooMuch("its text has more than " + (MOST >> 10) + " KiB");
        }
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
